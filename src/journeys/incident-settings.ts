import type { incidentContract } from '../incident/contract';
import { write } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { Handlers } from '../rpc/handlers';
import { changeConfiguration, presentConfiguration } from './configuration';
import { incidentSettingRows, incidentSettings, settingsKey, withIncidentSettings } from './kept-settings';

/** What an admin settles about incidents. Issues take it up with their next event. */
export const incidentSettingCalls: Handlers<typeof incidentContract> = {
  async saveIncidentSettings(input, { records, now, accountId }) {
    const configuration = await presentConfiguration(records);
    if (!configuration) return refuse({ code: 'not-set-up' });
    const before = await records.find(incidentSettingRows, settingsKey);
    const known = before?.value?.body;
    const present = known?.matrix ?? configuration.priority.matrix;
    if (input.basedOn && !isSame(input.basedOn, present)) return refuse({ code: 'changed-meanwhile' });
    const matrix = input.matrix ?? present;
    const showNextDue = input.showNextDue ?? known?.showNextDue ?? configuration.showNextDue;
    const body = { matrix, showNextDue };

    const deed = { actor: accountId, action: 'incident-settings.saved', at: toIso(now()) };
    const written = await records.commit(deed, [
      write(incidentSettingRows, settingsKey, { ...incidentSettings, body }, before),
    ]);
    if (!written.ok) return written;
    await changeConfiguration(records, (one) => withIncidentSettings(one, body));
    return allow(null);
  },
};

type Matrix = readonly (readonly number[])[];
const isSame = (one: Matrix, other: Matrix): boolean => JSON.stringify(one) === JSON.stringify(other);
