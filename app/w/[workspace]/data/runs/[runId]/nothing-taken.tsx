import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** The way back from an import that took nothing: to the file's columns, where the file is here still. `fileId` is null where it is not. */
export function NothingTaken({ workspace, fileId }: { workspace: string; fileId: string | null }) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 text-ink-2 text-sm">
        {fileId === null
          ? "Nothing of this file was taken, and the file itself is not kept here. Upload it again to map its columns in another way."
          : "Nothing of this file was taken. Its columns may be mapped wrongly; the file is kept for a day."}
      </p>
      {fileId === null ? null : (
        <Button asChild size="sm">
          <Link href={`/w/${workspace}/data/files/${fileId}#columns`}>Map the columns again</Link>
        </Button>
      )}
    </div>
  );
}
