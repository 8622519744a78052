import type { incidentContract } from '../incident/contract';
import { allow, refuse } from '../kernel/result';
import type { Handlers } from '../rpc/handlers';
import { configurationKey, readConfiguration } from './configuration';

/** What an admin settles about incidents. Issues take it up with their next event. */
export const incidentSettingCalls: Handlers<typeof incidentContract> = {
  async saveIncidentSettings({ matrix, showNextDue }, { records }) {
    const configuration = readConfiguration(await records.setting(configurationKey));
    if (!configuration) return refuse({ code: 'not-set-up' });
    await records.putSetting(configurationKey, {
      ...configuration,
      ...(matrix && { priority: { ...configuration.priority, matrix } }),
      ...(showNextDue !== undefined && { showNextDue }),
    });
    return allow(null);
  },
};
