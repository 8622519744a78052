import { allow, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { Handlers } from '../rpc/handlers';
import { clockEntity, clockKey } from '../sla/clock-entity';
import type { serviceLevelContract } from '../sla/contract';
import { configurationKey, readConfiguration } from './configuration';

/** The calls behind the issue panel: what the clocks are replayed from, so that the panel explains and ticks by itself. */
export const serviceLevelCalls: Handlers<typeof serviceLevelContract> = {
  async serviceLevels({ issueId }, { records, now }) {
    const { setting, found } = await records.findWith(configurationKey, clockEntity, clockKey(issueId));
    const configuration = readConfiguration(setting);
    if (!configuration) return refuse({ code: 'not-set-up' });
    if (!found) return refuse({ code: 'not-followed' });
    const { facts, escalations } = found.value;
    const { definitions, calendars } = configuration;
    return allow({ now: toIso(now()), facts, definitions, calendars, escalations });
  },
};
