"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { NativeSelect } from "@/components/ui/native-select";
import { setNotificationAction } from "@/lib/notifications/actions";
import type { Choice } from "@/lib/notifications/data";
import type { ChoicesView } from "@/lib/notifications/loaders";
import { CADENCE_WORDS, type Cadence, cadencesOf, REACH_WORDS, REACHES, type Reach, TOPICS } from "@/lib/notifications/topics";

export function Choices({ view: { workspace, choices } }: { view: ChoicesView }) {
  const router = useRouter();
  const [busy, start] = useTransition();

  function set(choice: Choice) {
    start(async () => {
      const answer = await setNotificationAction({ workspace, ...choice });
      if (answer.ok) toast.success("Saved.");
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <ul aria-label="Topics" className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {TOPICS.map((topic) => {
        const choice = choices.find((each) => each.topic === topic.id);
        if (!choice) return null;
        return (
          <li key={topic.id} className="grid items-center gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_11rem_9rem]">
            <div>
              <p className="font-medium">{topic.name}</p>
              <p className="text-ink-2 text-sm">{topic.words}</p>
            </div>
            {topic.hasReach ? (
              <NativeSelect
                aria-label={`${topic.name}: whose accounts`}
                value={choice.reach}
                disabled={busy}
                onChange={(event) => set({ ...choice, reach: REACHES.find((reach) => reach === event.target.value) ?? choice.reach })}
                options={REACHES.map((reach: Reach) => ({ value: reach, label: REACH_WORDS[reach] }))}
              />
            ) : (
              <span />
            )}
            <NativeSelect
              aria-label={`${topic.name}: mail`}
              value={choice.cadence}
              disabled={busy}
              onChange={(event) =>
                set({ ...choice, cadence: cadencesOf(topic.id).find((cadence) => cadence === event.target.value) ?? choice.cadence })
              }
              options={cadencesOf(topic.id).map((cadence: Cadence) => ({ value: cadence, label: CADENCE_WORDS[cadence] }))}
            />
          </li>
        );
      })}
    </ul>
  );
}
