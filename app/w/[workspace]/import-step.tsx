import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** The step that fills a screen with nothing on it. */
export function ImportStep({ workspace }: { workspace: string }) {
  return (
    <Button asChild look="primary">
      <Link href={`/w/${workspace}/data`}>Import a file</Link>
    </Button>
  );
}
