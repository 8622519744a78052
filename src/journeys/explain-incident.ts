import { allow, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { Handlers } from '../rpc/handlers';
import { clockEntity, clockKey } from '../sla/clock-entity';
import type { serviceLevelContract } from '../sla/contract';
import type { Comment } from '../sla/domain/facts';
import { configurationSetting, presentConfiguration } from './configuration';
import { standingOf } from './standing-of';
import { isLetGo } from './too-much-history';
import { hiddenProjects, hiddenSince } from './watch-projects';

/** The calls behind the issue panel: what the clocks are replayed from, so that the panel explains and ticks by itself. */
export const serviceLevelCalls: Handlers<typeof serviceLevelContract> = {
  async serviceLevels({ issueId }, { records, now }) {
    const { setting: configuration, found } = await records.findWith(
      configurationSetting,
      clockEntity,
      clockKey(issueId),
    );
    if (!configuration) return refuse({ code: 'not-set-up' });
    if (!found) return refuse({ code: 'not-followed' });
    if (!found.value) return refuse({ code: 'unreadable' });
    if (isLetGo(found.value.facts)) return refuse({ code: 'too-much-history' });
    const { escalations } = found.value;
    const priority = standingOf(found.value, configuration);
    const hidden = await hiddenSince(found.value.projectId, records);
    const beside = { ...(priority && { priority }), ...(hidden && { hiddenSince: hidden }) };
    const facts = { ...found.value.facts, comments: found.value.facts.comments.filter(everybodysComment) };
    const { definitions, calendars } = configuration;
    return allow({ now: toIso(now()), facts, definitions, calendars, escalations, ...beside });
  },

  async serviceLevelOverview(_input, { records, now }) {
    const configuration = await presentConfiguration(records);
    if (!configuration) return refuse({ code: 'not-set-up' });
    const { incidentTypes, definitions, calendars, showNextDue, nextDueField } = configuration;
    const shown = showNextDue && nextDueField ? { nextDueField } : {};
    const hidden = [...(await hiddenProjects(records))];
    return allow({ now: toIso(now()), incidentTypes, definitions, calendars, hidden, ...shown });
  },
};

/** A comment that everybody who sees the issue sees, and that can stop a clock. */
const everybodysComment = ({ audience, byApp }: Comment): boolean => audience === 'public' && !byApp;
