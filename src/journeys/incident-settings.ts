import type { incidentContract } from '../incident/contract';
import { write } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { Handlers } from '../rpc/handlers';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import { configurationKey, readConfiguration } from './configuration';

const settings = { kind: 'incident-settings', id: 'incident', version: 1 } as const;
const settingsKey = definitionKey(settings.kind, settings.id, settings.version);

/** What an admin settles about incidents. Issues take it up with their next event. */
export const incidentSettingCalls: Handlers<typeof incidentContract> = {
  async saveIncidentSettings(input, { records, now, accountId }) {
    const configuration = readConfiguration(await records.setting(configurationKey));
    if (!configuration) return refuse({ code: 'not-set-up' });
    const matrix = input.matrix ?? configuration.priority.matrix;
    const showNextDue = input.showNextDue ?? configuration.showNextDue;

    const before = await records.find(definitionEntity, settingsKey);
    const deed = { actor: accountId, action: 'incident-settings.saved', at: toIso(now()) };
    const after = { ...settings, body: { matrix, showNextDue } };
    const written = await records.commit(deed, [write(definitionEntity, settingsKey, after, before)]);
    if (!written.ok) return written;
    const priority = { ...configuration.priority, matrix };
    await records.putSetting(configurationKey, { ...configuration, priority, showNextDue });
    return allow(null);
  },
};
