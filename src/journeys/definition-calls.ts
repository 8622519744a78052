import type { Records } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { InputOf, OutputOf, Refusal, Reply } from '../rpc/contract';
import type { Handlers, World } from '../rpc/handlers';
import type { Identity } from '../sla/compile-draft';
import type { DefinitionPreview, definitionContract, EditableDefinition } from '../sla/contract';
import type { Site } from '../sla/site-words';
import type { AskForRecount } from './calendar-calls';
import { type Configuration, presentConfiguration } from './configuration';
import { editable, type Judged, judged } from './definition-draft';
import { previewed } from './definition-preview';
import type { Edit } from './edits';
import { freshId } from './fresh-id';
import { sampleSize } from './over-stored';
import { recordEdit } from './record-edit';
import { settled, settledConfiguration } from './settled-configuration';
import { freeSlots, lowestSlot } from './slot-rows';
import { isPresent, withEdit } from './with-edit';

/** What the calls about definitions need beside the records. */
export interface Defining {
  readonly site: Site;
  readonly recount: AskForRecount;
  /** Those among some issues that the person who asks may browse. */
  readonly browsable: (issueIds: readonly string[]) => Promise<readonly string[]>;
}

/** What an admin does about definitions. */
export const definitionCalls = ({ site, recount, browsable }: Defining): Handlers<typeof definitionContract> => ({
  async definitions(_input, { records, now }) {
    const found = await settled(records);
    if (!found) return refuse({ code: 'not-set-up' });
    const { configuration, wasBehind } = found;
    if (wasBehind) await recount();
    return allow({
      now: toIso(now()),
      definitions: [...(await editable(configuration.definitions, records, site))],
      freeSlots: freeSlots(configuration).length,
      incidentTypes: configuration.incidentTypes,
      calendars: configuration.calendars.filter(isPresent),
    });
  },

  definitionChoices: () => choicesOf(site),

  async fieldChoices({ field }) {
    const known = (await site.words()).fields.some(({ id, kind }) => id === field && kind === 'select');
    return allow({ values: known ? [...(await site.optionsOf(field))] : [] });
  },

  checkDefinition: (asked, { records }) => checked(asked, site, records),

  async previewDefinition(asked, world) {
    const found = await preview(asked, site, world);
    if (!found.ok) return found;
    const { sample, ...counts } = found.value;
    const shown = sample.length ? await browsable(sample.map(({ issueId }) => issueId)) : [];
    return allow({ ...counts, sample: sample.filter(({ issueId }) => shown.includes(issueId)).slice(0, sampleSize) });
  },

  async saveDefinition(asked, world) {
    const saved = await savedDefinition(asked, site, world);
    if (saved.ok) await recount();
    return saved;
  },

  async removeDefinition(asked, world) {
    const removed = await removedDefinition(asked, world);
    if (removed.ok) await recount();
    return removed;
  },
});

/** Who a definition is that is only tried. */
const unsaved: Identity = { id: 'unsaved', version: 1, slot: 0 };

/** Who the draft of a definition would be: its next version, or a new one. */
function draftedAs(id: string | undefined, { definitions }: Configuration): Identity {
  const known = definitions.find((definition) => definition.id === id);
  return known ? { id: known.id, version: known.version + 1, slot: known.slot } : unsaved;
}

const editOf = ({ definition, statuses }: Judged, running: 'move' | 'keep', at: string) => {
  const { id, version } = definition;
  return { kind: 'service-level', id, version, at, definition, statuses, running } satisfies Edit;
};

type Checking = InputOf<typeof definitionContract.checkDefinition>;
type Draft = Checking['draft'];

async function checked(
  { id, draft }: Checking,
  site: Site,
  records: Records,
): Promise<Reply<OutputOf<typeof definitionContract.checkDefinition>>> {
  const configuration = await presentConfiguration(records);
  if (!configuration) return refuse({ code: 'not-set-up' });
  const { problems, warnings, asked } = await judged(draft, draftedAs(id, configuration), configuration, site);
  return allow({
    problems: [...problems],
    warnings: [...warnings],
    asked: asked.map(({ place, jql, fields }) => ({ place, jql, fields: [...fields] })),
  });
}

async function preview(
  { id, draft, running }: InputOf<typeof definitionContract.previewDefinition>,
  site: Site,
  { records, now }: World,
): Promise<Result<DefinitionPreview, Refusal>> {
  const configuration = await presentConfiguration(records);
  if (!configuration) return refuse({ code: 'not-set-up' });
  const fit = await fitting(draft, draftedAs(id, configuration), configuration, site);
  if (!fit.ok) return fit;
  const { definition } = fit.value;
  const edit = editOf(fit.value, running, toIso(now()));
  const compared = { id: definition.id, before: configuration, after: withEdit(configuration, edit) };
  return allow(await previewed(compared, records, now));
}

async function fitting(
  draft: Draft,
  identity: Identity,
  configuration: Configuration,
  site: Site,
): Promise<Result<Judged, Refusal>> {
  const found = await judged(draft, identity, configuration, site);
  return found.problems.length ? refuse({ code: 'unfit', problems: found.problems }) : allow(found);
}

/** How often a new definition looks for a slot and an id that another was given meanwhile. */
const mostTries = 5;

async function savedDefinition(
  asked: InputOf<typeof definitionContract.saveDefinition>,
  site: Site,
  world: World,
  tries = 1,
): Promise<Result<EditableDefinition, Refusal>> {
  const { id, basedOn, draft, running } = asked;
  const { records, now, accountId } = world;
  const configuration = await settledConfiguration(records);
  if (!configuration) return refuse({ code: 'not-set-up' });
  const identity = await identityOf(id, basedOn, draft.name, configuration, records);
  if (!identity.ok) return identity;
  const fit = await fitting(draft, identity.value, configuration, site);
  if (!fit.ok) return fit;
  const edit = editOf(fit.value, running, toIso(now()));
  const saved = await recordEdit(edit, fit.value.draft, { actor: accountId, action: 'service-level.saved' }, records);
  if (saved.ok) return allow({ ...identity.value, draft: fit.value.draft });
  const isOvertaken = id === undefined && saved.reason.code === 'changed-meanwhile' && tries < mostTries;
  return isOvertaken ? savedDefinition(asked, site, world, tries + 1) : saved;
}

/** The next version of what is edited, or the first of a new definition in the lowest slot that none had. */
async function identityOf(
  id: string | undefined,
  basedOn: number | undefined,
  name: string,
  configuration: Configuration,
  records: Records,
): Promise<Result<Identity, Refusal>> {
  if (id !== undefined) {
    const known = configuration.definitions.find((definition) => definition.id === id);
    if (!known || known.version !== basedOn) return refuse({ code: 'changed-meanwhile' });
    return allow({ id, version: basedOn + 1, slot: known.slot });
  }
  const slot = await lowestSlot(configuration, records);
  if (slot === undefined) return refuse({ code: 'unfit', problems: [{ place: '', code: 'no-slot-left' }] });
  return allow({ id: await freshId('service-level', name, records), version: 1, slot });
}

async function removedDefinition(
  { id, basedOn }: InputOf<typeof definitionContract.removeDefinition>,
  { records, now, accountId }: World,
): Promise<Result<null, Refusal>> {
  const configuration = await settledConfiguration(records);
  if (!configuration) return refuse({ code: 'not-set-up' });
  const known = configuration.definitions.find((definition) => definition.id === id);
  if (known?.version !== basedOn) return refuse({ code: 'changed-meanwhile' });
  const edit = { kind: 'service-level', id, version: basedOn + 1, at: toIso(now()), removed: true } as const;
  const removed = await recordEdit(edit, undefined, { actor: accountId, action: 'service-level.removed' }, records);
  return removed.ok ? allow(null) : removed;
}

async function choicesOf(site: Site) {
  const { statuses, priorities, issueTypes, fields } = await site.words();
  const plain = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  return allow({
    statuses: statuses.map(({ id, name, category }) => ({ id, name, category })),
    priorities: priorities.map(plain),
    issueTypes: issueTypes.map(plain),
    choiceFields: fields.filter(({ kind }) => kind === 'select').map(plain),
    dateFields: fields.filter(({ kind }) => kind === 'datetime').map(plain),
  });
}
