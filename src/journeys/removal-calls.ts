import { allow, type Result } from '../kernel/result';
import type { OutputOf, Refusal } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { setUpContract } from '../set-up/contract';
import { type Removal, removals } from '../set-up/domain/removal';
import type { SiteAdmin } from '../set-up/ports';
import { keptSetUp, leased, noChoices, released } from './kept-set-up';
import { isExported } from './taken-export';

type RemovalContract = Pick<typeof setUpContract, 'planRemoval' | 'removeMade'>;
type Outcome = OutputOf<RemovalContract['removeMade']>;

/** Takes away what the app made and nobody uses, one thing a call, once all that the app keeps was exported. */
export const removalCalls = (siteAdmin: (accountId: string) => SiteAdmin): Handlers<RemovalContract> => ({
  async planRemoval(_input, world) {
    const admin = siteAdmin(world.accountId);
    const made = removals(await admin.read(noChoices));
    const uses = await Promise.all(made.map((each) => admin.uses(each)));
    return allow({
      made: made.map((each, i) => ({ ...each, uses: uses[i] ?? ('unknown' as const) })),
      isExported: await isExported(await keptSetUp(world.records), world),
    });
  },

  async removeMade(which, world) {
    if (!(await isExported(await keptSetUp(world.records), world))) return allow({ outcome: 'not-exported' });
    const admin = siteAdmin(world.accountId);
    const ours = removals(await admin.read(noChoices)).find(({ kind, id }) => kind === which.kind && id === which.id);
    if (!ours) return allow({ outcome: 'not-ours' });
    if ((await admin.uses(ours)) !== 0) return allow({ outcome: 'in-use' });
    return removed(ours, admin, world);
  },
});

/** What is decided is on record before the site is changed, and what became of it after. */
async function removed(ours: Removal, admin: SiteAdmin, world: World): Promise<Result<Outcome, Refusal>> {
  const found = await keptSetUp(world.records);
  const reason = `${ours.kind} ${ours.name} (${ours.id})`;
  const choices = found.value?.choices ?? noChoices;
  const decided = await leased(found, { choices, deed: { action: 'removal.decided', reason } }, world);
  if (!decided.ok) return decided;
  const taken = await admin.remove(ours);
  const words = taken.ok ? undefined : taken.reason.words;
  const action = taken.ok ? 'removal.removed' : 'removal.refused';
  const told = await released(decided.value, { action, reason: words ? `${reason}: ${words}` : reason }, world);
  if (!told.ok) return told;
  return allow(taken.ok ? { outcome: 'removed' } : { outcome: 'refused', words });
}
