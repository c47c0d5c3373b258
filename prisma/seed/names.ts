import type { Person } from "./life";
import type { Random } from "./random";

const BEGINNINGS = words(`
  Alder Amber Ash Barrow Birch Bram Brindle Calder Cinder Clover Copper Corrin Dapple Eider Ember Fallow Fen Fern Flint
  Gorse Hazel Heather Hollin Juniper Kestrel Lark Linden Marl Marrow Merrin Moss Oster Otter Pepper Quill Raven Reed Rowan
  Saffron Sedge Sorrel Tallow Tamar Teal Thistle Umber Vesper Willow Wren Yarrow
`);
const ENDINGS = words(`
  bank bourne by combe croft dale field ford gate holm hurst ley mere moor ridge stead thorpe vale wick worth
`);

const TRADES = {
  Logistics: ["Freight", "Logistics", "Haulage", "Parcel"],
  Healthcare: ["Clinics", "Care", "Diagnostics", "Health"],
  Manufacturing: ["Works", "Tooling", "Castings", "Foundry"],
  Retail: ["Outfitters", "Provisions", "Stores", "Goods"],
  "Financial services": ["Lending", "Mutual", "Ledgers", "Advisory"],
  Education: ["Learning", "Academy", "Tutors", "Schools"],
  Software: ["Labs", "Systems", "Software", "Data"],
  Media: ["Press", "Studios", "Pictures", "Radio"],
  Energy: ["Power", "Grid", "Solar", "Turbines"],
  Hospitality: ["Hotels", "Kitchens", "Travel", "Inns"],
} as const;

const FIRST_NAMES = words(`
  Adaeze Aiko Alma Amir Anneke Arjun Beatriz Bogdan Camille Carlos Chiara Dara Dmitri Edith Elif Emeka Farah Felix Fiona
  Gianna Goran Greta Hamid Helena Ibrahim Ingrid Isaac Jana Joaquin Josephine Kaito Katrin Leila Linus Maeve Mateus Mei
  Milan Nadia Niamh Noor Olek Oona Pascal Petra Rafael Renske Rosa Samir Saoirse Selma Stefan Tamsin Tariq Thandi Ulrike
  Valeria Viktor Wanjiru Yusuf Zofia
`);
const LAST_NAMES = words(`
  Abara Almqvist Araya Bajwa Barreto Bekker Bergstrand Calloway Castellan Cerny Dalgaard Delacroix Demir Eastman Ekwueme
  Farrow Fontaine Galanis Gupte Hadley Hollander Ibarra Iwata Jansky Joshi Kamara Keogh Kowalik Lacroix Lindahl Macready
  Marais Mbeki Moravec Nakagawa Novotny Oduya Okafor Pellegrin Petrov Quennell Rahimi Rasmussen Reyes Sandoval Sato
  Sorensen Tanaka Thorne Underhill Vance Vasquez Voss Whitlock Yilmaz Zeller
`);
const TITLES = [
  ["Head of Operations", "decision maker"],
  ["Chief Operating Officer", "decision maker"],
  ["Operations Analyst", "user"],
  ["IT Manager", "administrator"],
  ["Finance Director", "billing"],
  ["Programme Manager", "user"],
  ["Team Lead", "user"],
  ["Systems Administrator", "administrator"],
] as const;

/** The invented companies in an order that chance sets; no two share a name. */
export function companyNames(random: Random): { next: () => { name: string; industry: string } } {
  const taken = new Set<string>();
  const industries = Object.keys(TRADES) as (keyof typeof TRADES)[];
  return {
    next() {
      for (;;) {
        const root = `${random.pick(BEGINNINGS)}${random.pick(ENDINGS)}`;
        const industry = industries[random.whole(0, industries.length - 1)] ?? "Software";
        if (taken.has(root)) continue;
        taken.add(root);
        return { name: `${root} ${random.pick(TRADES[industry])}`, industry };
      }
    },
  };
}

/** The people at one customer's: the first is the champion. */
export function somePeople(random: Random, count: number): Person[] {
  const people = new Map<string, Person>();
  while (people.size < count) {
    const [title, role] = random.pick(TITLES);
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    people.set(name, { name, title, role, isChampion: people.size === 0 });
  }
  return [...people.values()];
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
