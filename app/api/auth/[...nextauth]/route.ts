import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/platform/auth";
import { env, tellNextAuth } from "@/lib/platform/env";
import { isOwnOrigin } from "@/lib/platform/origin";

type Context = { params: Promise<{ nextauth: string[] }> };

export function GET(request: NextRequest, context: Context): Promise<Response> {
  return answered(request, context);
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers, env().APP_URL))
    return Response.json({ message: "This request did not come from a page of this app." }, { status: 403 });
  const answer = await answered(request, context);
  return (await saysLimited(answer))
    ? new Response(answer.body, { status: 429, headers: [...answer.headers, ["retry-after", "60"]] })
    : answer;
}

async function answered(request: NextRequest, context: Context): Promise<Response> {
  tellNextAuth();
  return NextAuth(request, context, authOptions());
}

async function saysLimited(answer: Response): Promise<boolean> {
  return answer.status === 401 && (await answer.clone().text()).includes("error=limited");
}
