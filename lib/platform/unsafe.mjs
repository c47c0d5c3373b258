// What must hold before anyone is served: told as one plain sentence, or undefined. Plain JavaScript without imports, because
// `npm start` asks before anything is installed and the app asks again when it boots.

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
// One address, bare or in angle brackets after a name; a name with a comma stands in quotes.
const SENDER = /^(?:(?:"[^"\r\n]*" ?|[^"<>@,;\r\n]*)<[^\s"<>@,;]+@[^\s"<>@,;]+>|[^\s"<>@,;]+@[^\s"<>@,;]+)$/;
const SAMPLE = /change.?me|secret|example|sample|password|your[-_ ]|bellwether/i;

/**
 * What is unsafe about an environment's values. `made` is true where the secret is the one this installation made for itself.
 * @param {Record<string, string | undefined>} values
 * @returns {string | undefined}
 */
export function unsafeSettings(values, made = false) {
  return (
    badAddress(values, "DATABASE_URL", ["postgres:", "postgresql:"]) ??
    badAddress(values, "DATABASE_OWNER_URL", ["postgres:", "postgresql:"]) ??
    badAddress(values, "APP_URL", ["http:", "https:"]) ??
    badAddress(values, "SMTP_URL", ["smtp:", "smtps:"]) ??
    badSender(values.MAIL_FROM) ??
    badChoice(values.BELLWETHER_DEMO) ??
    weakSecret(values.NEXTAUTH_SECRET) ??
    exposed(values, made)
  );
}

function badAddress(values, name, protocols) {
  const value = values[name];
  if (value === undefined) return undefined;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).hostname !== "") return undefined;
  return `${name} must be a ${protocols[0]}// address.`;
}

function badSender(sender) {
  if (sender === undefined || SENDER.test(sender)) return undefined;
  return "MAIL_FROM must be an address such as cs@example.org or Bellwether <cs@example.org>.";
}

function badChoice(demo) {
  if (demo === undefined || demo === "0" || demo === "1") return undefined;
  return "BELLWETHER_DEMO must be 0 to start without the demo workspace, or 1.";
}

function weakSecret(secret) {
  if (secret === undefined) return undefined;
  if (Buffer.byteLength(secret) < 32)
    return "NEXTAUTH_SECRET must have at least 32 characters; leave it out and one is made for this installation.";
  if (SAMPLE.test(secret) || new Set(secret).size < 10) {
    return "NEXTAUTH_SECRET is a sample value anyone can guess; make one with `openssl rand -base64 48`.";
  }
  return undefined;
}

// Sign-in over plain http is for the machine itself; whoever serves others says so with APP_URL, and then the stricter rules hold.
function exposed({ APP_URL, NEXTAUTH_SECRET }, made) {
  if (APP_URL === undefined || LOOPBACK.test(new URL(APP_URL).hostname)) return undefined;
  if (!APP_URL.startsWith("https:"))
    return "APP_URL must begin with https:// unless it is this machine's own address, for passwords travel over it.";
  if (made || NEXTAUTH_SECRET === undefined) return "NEXTAUTH_SECRET must be set when APP_URL is not this machine's own address.";
  return undefined;
}

const ROLE = `SELECT r.rolname AS name, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
  (SELECT count(*)::int FROM pg_class c WHERE c.relnamespace IN ('app'::regnamespace, 'identity'::regnamespace) AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owned,
  current_setting('server_version_num')::int AS version
  FROM pg_roles r WHERE r.rolname = current_user`;

const UNLOCKED = `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1 LIMIT 1`;

/** The first patched release of each major version: below it a person who can run SQL can run programs. */
const PATCHED = { 15: 20, 16: 16, 17: 12, 18: 7 };

/**
 * What is unsafe about the database as the app reaches it. A server below its patched release is only warned of.
 * @param {(text: string) => Promise<Record<string, unknown>[]>} query as the app's own role
 * @returns {Promise<{ refusal?: string, warning?: string }>}
 */
export async function unsafeDatabase(query) {
  const [role] = await query(ROLE);
  const power = excess(role);
  if (power)
    return { refusal: `The app's database role ${role.name} ${power}; DATABASE_URL must name a role that can only read and write rows.` };
  const [table] = await query(UNLOCKED);
  if (table)
    return {
      refusal: `Row security is off on the table app.${table.name}, so one workspace could see another; put it back before starting.`,
    };
  return warned(Number(role.version));
}

function excess({ rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, owned }) {
  if (rolsuper) return "is a superuser";
  if (rolbypassrls) return "bypasses row security";
  if (owned > 0) return "owns the tables";
  if (rolcreaterole) return "may create roles";
  return rolcreatedb ? "may create databases" : undefined;
}

function warned(version) {
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  const floor = PATCHED[major];
  if (floor !== undefined && minor >= floor) return {};
  const wanted = floor === undefined ? "a supported version (15 to 18)" : `${major}.${floor} or newer`;
  return { warning: `PostgreSQL ${major}.${minor} has known faults; for anything but trying, use ${wanted} through DATABASE_URL.` };
}
