import { Label } from "radix-ui";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";

type Control = { id?: string; "aria-describedby"?: string | undefined; "aria-invalid"?: boolean | undefined };

/** A labelled control with its hint and its error, tied together for whoever listens instead of looking. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactElement<Control>;
}) {
  const made = useId();
  const id = children.props.id ?? made;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid gap-1.5">
      <Label.Root htmlFor={id} className="font-medium text-sm">
        {label}
      </Label.Root>
      {cloneElement(children, { id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-bad text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
