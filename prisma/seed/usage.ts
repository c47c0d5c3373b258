import type { Day } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import { type Feature, featuresOf } from "./features";
import { business, workingMoment } from "./hours";
import type { Life } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";
import type { User } from "./users";

/** The product began to report its use a year and a half ago: before, nothing is known of it. */
export const MONTHS_OF_USE = 18;

const USUAL_USE = 0.8;

/** How many features somebody opens in a day beside the first. */
const ANOTHER = 0.08;

/** Who used what on which day, one row a user, feature and day. */
export function usageRows(random: Random, { life, tale, users }: { life: Life; tale: Tale; users: readonly User[] }, calendar: Calendar) {
  const first = calendar.month(MONTHS - MONTHS_OF_USE);
  return calendar.days
    .filter((day) => day >= first && day >= life.startedOn)
    .flatMap((day) => {
      const standing = standingOn(life, day);
      const level = standing ? Math.min(1.35, tale.use(day) / USUAL_USE) * business(day) : 0;
      if (!standing || level <= 0) return [];
      const features = featuresOf(standing);
      return users.flatMap((user) => {
        if (!isHere(user, day) || !random.chance(Math.min(0.985, user.habit * level))) return [];
        return opened(random, features, user).map((feature) =>
          row(random, { life, user, feature, day, calendar, trouble: tale.content(day) }),
        );
      });
    });
}

function isHere({ activatedOn, deletedOn }: User, day: Day): boolean {
  return activatedOn !== undefined && activatedOn <= day && (deletedOn === undefined || day < deletedOn);
}

function opened(random: Random, features: readonly Feature[], { tastes }: User): Feature[] {
  const liked = features.map((feature) => [feature, tastes.get(feature.name) ?? 0] as const);
  const first = random.weighted(liked);
  if (!random.chance(ANOTHER)) return [first];
  const second = random.weighted(liked);
  return second === first ? [first] : [first, second];
}

type Use = { life: Life; user: User; feature: Feature; day: Day; calendar: Calendar; trouble: number };

function row(random: Random, { life, user, feature, day, calendar, trouble }: Use) {
  const count = Math.max(1, Math.round(random.logNormal(feature.uses, 0.6)));
  return {
    account: life.id,
    user: user.id,
    feature: feature.name,
    at: workingMoment(random, calendar, day, life.region),
    count: BigInt(count),
    durationSeconds: String(Math.round(count * feature.seconds * random.between(0.6, 1.4))),
    errors: BigInt(random.chance(0.03 + 0.12 * (1 - trouble)) ? random.whole(1, Math.max(1, Math.ceil(count / 4))) : 0),
  };
}
