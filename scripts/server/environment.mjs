/** Forgets what the person's shell says about an installation of theirs: tests make their own. */
export function forgetInstallation() {
  for (const name of Object.keys(process.env)) {
    if (
      /^(BELLWETHER_(?!TEST_SERVER)|DATABASE_|NEXTAUTH_|APP_URL$|SMTP_URL$|MAIL_FROM$|TRUST_PROXY$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|PG[A-Z]+$)/.test(
        name,
      )
    ) {
      delete process.env[name];
    }
  }
}
