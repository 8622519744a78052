import { calendarContract } from '../calendar/contract';
import { healthContract } from '../health/contract';
import { incidentContract, intakeContract, matrixContract } from '../incident/contract';
import { calendarCalls } from '../journeys/calendar-calls';
import { definitionCalls } from '../journeys/definition-calls';
import { healthCalls } from '../journeys/health-calls';
import { incidentSettingCalls } from '../journeys/incident-settings';
import { intakeCalls } from '../journeys/intake-calls';
import { matrixCalls } from '../journeys/matrix-calls';
import { setUpCalls } from '../journeys/set-up-calls';
import { setUpContract } from '../set-up/contract';
import { definitionContract } from '../sla/contract';
import { goBy } from './go-by';
import { pointsLeft } from './jira';
import { permittedIssues } from './jira-permissions';
import { forgeEscalator, forgeIntakeQueue, forgeRecountQueue } from './queues';
import { serve } from './serve';
import { siteAdmin } from './site-admin';
import { jiraSite } from './site-words';

/** A moment later: an index shows a row some seconds after it was written, and so does a handler under way. */
const recount = () => forgeRecountQueue.push(10);

const browsable = async (ids: readonly string[]) =>
  (await permittedIssues('BROWSE_PROJECTS', ids.map(Number))).map(String);

/** Answers the pages of the administration, which may carry the JQL parser and the world's holidays. */
export const adminCalls = serve(
  {
    ...setUpContract,
    ...calendarContract,
    ...definitionContract,
    ...healthContract,
    ...matrixContract,
    ...incidentContract,
    ...intakeContract,
  },
  {
    ...setUpCalls({ siteAdmin, goBy }),
    ...calendarCalls(recount),
    ...definitionCalls({ site: jiraSite, recount, browsable }),
    ...healthCalls({ escalator: forgeEscalator, points: pointsLeft }),
    ...matrixCalls({ site: jiraSite, browsable }),
    ...incidentSettingCalls,
    ...intakeCalls(forgeIntakeQueue),
  },
);
