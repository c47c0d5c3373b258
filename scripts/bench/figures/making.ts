import type { Figures } from "../measure";

export const making: Figures = {
  id: "making",
  what: "Filling the workspace, and all that is made of it afterwards",
  read: async ({ steps }) => [...steps],
};
