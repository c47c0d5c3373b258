/** The customer success team of the demo workspace. */
export const TEAM = [
  { email: "marguerite.osei@bellwether.example", name: "Marguerite Osei", role: "manager" },
  { email: "tobias.lindqvist@bellwether.example", name: "Tobias Lindqvist", role: "manager" },
  { email: "priya.raman@bellwether.example", name: "Priya Raman", role: "csm" },
  { email: "daniel.achterberg@bellwether.example", name: "Daniel Achterberg", role: "csm" },
  { email: "sofia.marchetti@bellwether.example", name: "Sofia Marchetti", role: "csm" },
  { email: "kwame.boateng@bellwether.example", name: "Kwame Boateng", role: "csm" },
  { email: "hana.kobayashi@bellwether.example", name: "Hana Kobayashi", role: "csm" },
  { email: "lucas.ferreira@bellwether.example", name: "Lucas Ferreira", role: "csm" },
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
