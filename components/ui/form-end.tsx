import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";

type Props = { refusal: string | undefined; busy: boolean; words?: string; aside?: ReactNode; className?: string; onCancel: () => void };

/** The end of a form: why it was refused, and the ways out of it. `aside`: something else that can be done, before them. */
export function FormEnd({ refusal, busy, words = "Save", aside, className, onCancel }: Props) {
  return (
    <>
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <div className={cx("flex justify-end gap-2", className)}>
        {aside}
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {words}
        </Button>
      </div>
    </>
  );
}
