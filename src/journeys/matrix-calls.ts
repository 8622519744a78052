import type { matrixContract, PrioritySettings } from '../incident/contract';
import type { LevelField } from '../incident/domain/priority-matrix';
import type { Records } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import type { Handlers } from '../rpc/handlers';
import { wantedFields } from '../set-up/domain/wish';
import type { Site, SiteWords } from '../sla/site-words';
import type { Configuration } from './configuration';
import type { Defining } from './definition-calls';
import { keptSetUp, rememberedOf } from './kept-set-up';
import { matrixPreviewed } from './matrix-preview';
import { sampleSize } from './over-stored';
import { settledConfiguration } from './settled-configuration';

/** What an admin is told of the matrix before an edit of it is saved. */
export const matrixCalls = ({
  site,
  browsable,
}: Pick<Defining, 'site' | 'browsable'>): Handlers<typeof matrixContract> => ({
  async prioritySettings(_input, { records }) {
    const configuration = await settledConfiguration(records);
    return configuration ? allow(await settingsOf(configuration, site, records)) : refuse({ code: 'not-set-up' });
  },

  async previewMatrix({ matrix }, { records, now }) {
    const configuration = await settledConfiguration(records);
    if (!configuration) return refuse({ code: 'not-set-up' });
    const words = await site.words();
    const done = new Set(words.statuses.flatMap(({ id, category }) => (category === 'done' ? [id] : [])));
    const tried = { configuration: withFieldsThere(configuration, words), matrix, done };
    const { sample, ...counts } = await matrixPreviewed(tried, records, now);
    const shown = sample.length ? await browsable(sample.map(({ issueId }) => issueId)) : [];
    return allow({ ...counts, sample: sample.filter(({ issueId }) => shown.includes(issueId)).slice(0, sampleSize) });
  },
});

/** The configuration without a field that the site no longer has: what is stored may hold its last values, which count no more. */
function withFieldsThere(configuration: Configuration, words: SiteWords): Configuration {
  const { priority } = configuration;
  const there = (level: LevelField) => (isThere(level.field, words) ? level : { ...level, levels: {} });
  return {
    ...configuration,
    priority: { ...priority, impact: there(priority.impact), urgency: there(priority.urgency) },
  };
}

const isThere = (field: string, { fields }: SiteWords): boolean => fields.some(({ id }) => id === field);

async function settingsOf(
  { priority: { matrix, priorities, impact, urgency }, incidentTypes }: Configuration,
  site: Site,
  records: Records,
): Promise<PrioritySettings> {
  const words = await site.words();
  const nameOf = (id: string) => words.priorities.find((one) => one.id === id)?.name ?? id;
  const grading = (level: LevelField, item: string) =>
    !level.field || isThere(level.field, words) ? gradingOf(level, words, site) : goneGrading(level, item, records);
  const [byImpact, byUrgency] = await Promise.all([grading(impact, 'field:impact'), grading(urgency, 'field:urgency')]);
  return {
    matrix,
    priorities: priorities.map((id) => ({ id, name: nameOf(id) })),
    impact: byImpact,
    urgency: byUrgency,
    incidentTypes,
  };
}

/** A field with the options of each level, in the order in which Jira has them. */
async function gradingOf({ field, levels }: LevelField, { fields }: SiteWords, site: Site) {
  const options = field ? await site.optionsOf(field) : [];
  return {
    field,
    name: fields.find(({ id }) => id === field)?.name ?? field,
    isGone: false,
    levels: [1, 2, 3].map((level) =>
      options.filter(({ id }) => levels[id] === level).map(({ id, name }) => ({ id, name })),
    ),
  };
}

/** A field that Jira no longer has, by the name that it had when the set-up was carried out. */
async function goneGrading({ field }: LevelField, item: string, records: Records) {
  const { [item]: known } = rememberedOf(await keptSetUp(records)).things;
  const wanted = wantedFields.find(({ id }) => id === item)?.name ?? field;
  return { field, name: known?.id === field ? known.name : wanted, isGone: true, levels: [[], [], []] };
}
