import type { Metadata } from "next";
import { loadPortfolioAsked } from "@/app/w/[workspace]/portfolio/params";
import { PortfolioScreen } from "@/app/w/[workspace]/portfolio/portfolio-screen";
import { loadPortfolio } from "@/lib/portfolio/loaders";

export const metadata: Metadata = { title: "Team" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PortfolioPage({ params, searchParams }: Props) {
  const asked = await loadPortfolioAsked(searchParams);
  return <PortfolioScreen view={await loadPortfolio((await params).workspace, asked)} />;
}
