import type { matrixContract, PrioritySettings } from '../incident/contract';
import type { LevelField } from '../incident/domain/priority-matrix';
import { allow, refuse } from '../kernel/result';
import type { Handlers } from '../rpc/handlers';
import type { Site, SiteWords } from '../sla/site-words';
import type { Configuration } from './configuration';
import type { Defining } from './definition-calls';
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
    return configuration ? allow(await settingsOf(configuration, site)) : refuse({ code: 'not-set-up' });
  },

  async previewMatrix({ matrix }, { records, now }) {
    const configuration = await settledConfiguration(records);
    if (!configuration) return refuse({ code: 'not-set-up' });
    const { statuses } = await site.words();
    const done = new Set(statuses.flatMap(({ id, category }) => (category === 'done' ? [id] : [])));
    const { sample, ...counts } = await matrixPreviewed({ configuration, matrix, done }, records, now);
    const shown = sample.length ? await browsable(sample.map(({ issueId }) => issueId)) : [];
    return allow({ ...counts, sample: sample.filter(({ issueId }) => shown.includes(issueId)).slice(0, sampleSize) });
  },
});

async function settingsOf(
  { priority: { matrix, priorities, impact, urgency }, incidentTypes }: Configuration,
  site: Site,
): Promise<PrioritySettings> {
  const words = await site.words();
  const nameOf = (id: string) => words.priorities.find((one) => one.id === id)?.name ?? id;
  const [byImpact, byUrgency] = await Promise.all([gradingOf(impact, words, site), gradingOf(urgency, words, site)]);
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
    levels: [1, 2, 3].map((level) =>
      options.filter(({ id }) => levels[id] === level).map(({ id, name }) => ({ id, name })),
    ),
  };
}
