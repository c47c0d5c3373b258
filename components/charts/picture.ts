import { downloadBlob } from "@/components/ui/download";

const SCALE = 2;
const EDGE = 16;
const LINE = 17;

type Words = { name: string; title: string; notes: readonly string[] };

/** Draws an SVG as it stands onto a light picture twice its size, under its title and over what it is of. */
export async function downloadPicture(svg: SVGSVGElement, { name, title, notes }: Words): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const light = inLight(svg, { width, height });
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(light.svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser cannot draw pictures");
  const family = getComputedStyle(document.body).fontFamily;
  pen.font = `12px ${family}`;
  const lines = notes.flatMap((note) => broken(note, width - 2 * EDGE, (words) => pen.measureText(words).width));
  const head = 40;
  const whole = head + height + 12 + lines.length * LINE + EDGE;
  canvas.width = width * SCALE;
  canvas.height = whole * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = light.sheet;
  pen.fillRect(0, 0, width, whole);
  pen.fillStyle = light.ink;
  pen.font = `600 15px ${family}`;
  pen.fillText(title, EDGE, 26, width - 2 * EDGE);
  pen.drawImage(picture, 0, head, width, height);
  pen.fillStyle = light.quiet;
  pen.font = `12px ${family}`;
  for (const [index, line] of lines.entries()) pen.fillText(line, EDGE, head + height + 24 + index * LINE, width - 2 * EDGE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) downloadBlob(blob, `${name}.png`);
}

/** Words cut into lines that fit; a word longer than a line has its own. */
export function broken(words: string, room: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const KEPT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "fill-opacity",
  "font-size",
  "font-family",
  "font-weight",
  "text-anchor",
  "font-variant-numeric",
];

// A picture knows no stylesheet, so what the stylesheet says of it in the light is written onto each element.
function inLight(svg: SVGSVGElement, { width, height }: { width: number; height: number }) {
  const stage = document.createElement("div");
  stage.dataset.theme = "light";
  stage.inert = true;
  stage.style.cssText = "position:fixed;left:-99999px;top:0";
  const copy = svg.cloneNode(true) as SVGSVGElement; // cloneNode gives what it was called on
  stage.append(copy);
  document.body.append(stage);
  try {
    for (const element of copy.querySelectorAll<SVGElement>("*")) {
      const style = getComputedStyle(element);
      const kept = KEPT.map((property) => [property, style.getPropertyValue(property)] as const);
      for (const [property, value] of kept) element.style.setProperty(property, value);
    }
    const colour = (name: string) => getComputedStyle(stage).getPropertyValue(name);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(width));
    copy.setAttribute("height", String(height));
    return { svg: new XMLSerializer().serializeToString(copy), sheet: colour("--sheet"), ink: colour("--ink"), quiet: colour("--ink-3") };
  } finally {
    stage.remove();
  }
}
