import { useEffect, useState } from "react";

const PAUSE = 250;

/** What is typed into a search: it is looked for after a pause, and gives way to another search that comes from elsewhere. */
export function useTyped(search: string, onChange: (changed: { search: string }) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: search, over: search });
  const text = typed.over === search ? typed.text : search;
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => onChange({ search: text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, search, onChange]);
  return [text, (next) => setTyped({ text: next, over: search })];
}
