// No known-bad version can ship: the registry's own audit is not always reachable, so the floors are kept here.
import { finish, read } from "./sources.mjs";

const { floors, absent, installScripts } = JSON.parse(read("scripts/checks/floors.json"));
const { packages } = JSON.parse(read("package-lock.json"));
const findings = [];

for (const [place, entry] of Object.entries(packages)) {
  if (place === "" || entry.link) continue;
  const name = entry.name ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
  const floor = floors[name];
  if (floor && isBelow(entry.version, floor))
    findings.push(`${place} is ${entry.version}; below ${floor} it has known holes or was never tried`);
  if (absent[name]) findings.push(`${place} must not be here: ${absent[name]}`);
  if (!entry.integrity) findings.push(`${place} has no integrity hash in package-lock.json, so what is installed cannot be checked`);
  if (entry.resolved && !entry.resolved.startsWith("https://registry.npmjs.org/"))
    findings.push(`${place} comes from ${entry.resolved}, not from the registry`);
  if (entry.hasInstallScript && !allowed(name))
    findings.push(`${place} runs a script when installed; name it with its reason in floors.json if it may`);
}
for (const name of Object.keys(floors))
  if (!packages[`node_modules/${name}`]) findings.push(`floors.json names ${name}, which is not installed`);
// What is installed is what is locked.
for (const [place, entry] of Object.entries(JSON.parse(read("node_modules/.package-lock.json")).packages)) {
  const locked = packages[place];
  if (locked?.version !== entry.version || locked?.integrity !== entry.integrity)
    findings.push(`${place} is installed as ${entry.version} but not locked so; run npm install`);
}
finish("Versions", findings);

function allowed(name) {
  return installScripts[name] !== undefined || installScripts[`${name.split("/")[0]}/*`] !== undefined;
}

function isBelow(version, floor) {
  const [own, least] = [parts(version), parts(floor)];
  for (let place = 0; place < least.length; place += 1) {
    if ((own[place] ?? 0) !== least[place]) return (own[place] ?? 0) < least[place];
  }
  return false;
}

function parts(version) {
  return version.match(/\d+/g).map(Number);
}
