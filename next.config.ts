import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true }, // the optimiser is a door that was broken before, and no page needs it
  serverExternalPackages: ["pg", "pg-boss", "@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "pino", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; a start should not wait for them
};

export default config;
