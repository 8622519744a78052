import type { Choices } from './choices';
import { fieldName, thingItems } from './matching';
import { newProjectStages } from './new-project';
import type { PlanItem } from './plan';
import { incidentTypesOf, projectItems, targetsOf } from './projects';
import type { FieldReading, ProjectReading, SiteReading } from './reading';
import { nothingRemembered, type Remembered } from './remembered';
import { done, type Known, onScreen, owed, type Stage, typeIds, verdictOf, waiting } from './stage';
import {
  marked,
  type WantedField,
  type WantedLink,
  type WantedType,
  wantedFields,
  wantedLinks,
  wantedTypes,
} from './wish';

/** All that is to be done, and where the site stands in it. */
export interface Plan {
  readonly items: readonly PlanItem[];
  /** Each is done, owed now, or waits for another. */
  readonly stages: readonly Stage[];
}

/**
 * What stands between the site as it is and as it is wanted: a pure answer, so that a run that was cut off goes on by
 * reading again.
 */
export function planOf(
  reading: SiteReading,
  choices: Choices,
  remembered: Pick<Remembered, 'things' | 'making'> = nothingRemembered,
): Plan {
  const things = thingItems(reading, choices, remembered);
  const targets = targetsOf(things);
  const projects = projectItems(reading, things, choices);
  const known = { reading, choices, targets, items: [...things, ...projects] };
  const stages = [...thingStages(known), ...newProjectStages(known), ...existingStages(known)];
  const owing = new Set(stages.filter(({ state }) => state !== 'done').map(({ item }) => item));
  const items = known.items.map((item) => (owing.has(item.id) ? { ...item, changes: true as const } : item));
  return { items, stages };
}

function thingStages(known: Known): readonly Stage[] {
  const wanted = (id: string) => ['create', 'made'].includes(verdictOf(known, id) ?? '');
  return [
    ...wantedTypes.filter(({ id }) => wanted(id)).map((type) => typeStage(type, known)),
    ...wantedFields.filter(({ id }) => wanted(id)).flatMap((field) => fieldStages(field, known)),
    ...wantedLinks.filter(({ id }) => wanted(id)).map((link) => linkStage(link, known)),
  ];
}

const typeStage = ({ id, name, text }: WantedType, { targets }: Known): Stage =>
  targets.has(id) ? done(id, id) : owed(id, id, { do: 'create-issue-type', name, description: marked(text) });

const linkStage = ({ id, ...link }: WantedLink, { targets }: Known): Stage =>
  targets.has(id) ? done(id, id) : owed(id, id, { do: 'create-link-type', ...link });

function fieldStages(wanted: WantedField, { reading, targets }: Known): readonly Stage[] {
  const { id, text, type, options } = wanted;
  const made = reading.fields.find((field) => field.id === targets.get(id));
  const name = fieldName(wanted, reading);
  const field = made ? done(id, id) : owed(id, id, { do: 'create-field', name, description: marked(text), type });
  return options.length ? [field, optionStage(wanted, made)] : [field];
}

/** A field of the app's has its options, whoever added to them since. */
function optionStage({ id, name, options }: WantedField, made: FieldReading | undefined): Stage {
  const stage = `${id}:options`;
  if (!made) return waiting(stage, id, id);
  const [context] = made.contexts;
  if (!context) return owed(stage, id, { do: 'create-context', fieldId: made.id, name: `${name} everywhere` });
  const absent = options.filter((option) => !context.options.some(({ value }) => value === option));
  // Once all were there, what an admin took away or renamed stays so.
  if (!absent.length || context.options.length >= options.length) return done(stage, id);
  return owed(stage, id, { do: 'add-options', fieldId: made.id, contextId: context.id, values: absent });
}

/** What the projects that are taken in need: our fields on the screens of their incidents, our types where that is wanted. */
function existingStages(known: Known): readonly Stage[] {
  const { reading, choices } = known;
  const taken = reading.projects.filter(
    (each) => each.style === 'company-managed' && verdictOf(known, `project:${each.id}`) === 'adopt',
  );
  return taken.flatMap((each) => [
    ...(choices.items[`project:${each.id}`] === 'extend' ? typesInScheme(each, known) : []),
    ...screensOf(each, known),
  ]);
}

function typesInScheme({ id: project, issueTypeScheme, issueTypeIds }: ProjectReading, known: Known): readonly Stage[] {
  const [id, item] = [`project:${project}:types`, `project:${project}`];
  const { ids, absent } = typeIds(known);
  if (!issueTypeScheme) return [];
  if (absent !== undefined) return [waiting(id, item, absent)];
  const lacking = ids.filter((type) => !issueTypeIds.includes(type));
  if (!lacking.length) return [done(id, item)];
  return [owed(id, item, { do: 'add-types-to-scheme', schemeId: issueTypeScheme.id, issueTypeIds: lacking })];
}

const onEveryScreen = [
  'field:impact',
  'field:urgency',
  'field:affected-services',
  'field:pending-reason',
  'field:expected-resume',
];

function screensOf(each: ProjectReading, known: Known): readonly Stage[] {
  const { reading, targets } = known;
  const willHave =
    incidentTypesOf(each, targets, reading).length > 0 || known.choices.items[`project:${each.id}`] === 'extend';
  if (!willHave) return [];
  const screens = reading.screens.filter(({ id, tabId }) => tabId !== undefined && each.screenIds?.includes(id));
  const fields = onEveryScreen.filter((key) => verdictOf(known, key) !== 'leave');
  return screens.flatMap((screen) =>
    fields.map((key) =>
      onScreen(`project:${each.id}:screen:${screen.id}:${key}`, `project:${each.id}`, screen, {
        key,
        fieldId: targets.get(key),
      }),
    ),
  );
}
