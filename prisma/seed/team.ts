/** The customer success team of the demo workspace, and in whose team each of them is. */
export const TEAM = [
  { email: "marguerite.osei@bellwether.example", name: "Marguerite Osei", role: "manager", lead: "demo@bellwether.example" },
  { email: "tobias.lindqvist@bellwether.example", name: "Tobias Lindqvist", role: "manager", lead: "demo@bellwether.example" },
  { email: "priya.raman@bellwether.example", name: "Priya Raman", role: "csm", lead: "marguerite.osei@bellwether.example" },
  { email: "daniel.achterberg@bellwether.example", name: "Daniel Achterberg", role: "csm", lead: "marguerite.osei@bellwether.example" },
  { email: "sofia.marchetti@bellwether.example", name: "Sofia Marchetti", role: "csm", lead: "marguerite.osei@bellwether.example" },
  { email: "kwame.boateng@bellwether.example", name: "Kwame Boateng", role: "csm", lead: "marguerite.osei@bellwether.example" },
  { email: "hana.kobayashi@bellwether.example", name: "Hana Kobayashi", role: "csm", lead: "tobias.lindqvist@bellwether.example" },
  { email: "lucas.ferreira@bellwether.example", name: "Lucas Ferreira", role: "csm", lead: "tobias.lindqvist@bellwether.example" },
] as const;

export const [MARGUERITE, TOBIAS, PRIYA, DANIEL, SOFIA, KWAME, HANA, LUCAS] = TEAM.map(({ email }) => email) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
