import { activityCalls } from './calls/activity';
import { fieldCalls } from './calls/fields';
import { issueTypeCalls } from './calls/issue-types';
import { issueCalls } from './calls/issues';
import { peopleCalls } from './calls/people';
import { projectCalls } from './calls/projects';
import { screenCalls } from './calls/screens';
import { searchCalls } from './calls/search';
import { sharedCalls } from './calls/shared';
import { workflowSchemeCalls } from './calls/workflow-schemes';
import { workflowCalls } from './calls/workflows';
import type { Calls } from './described';

/** A call of every simulated operation, by the matter. */
export const callsByMatter = {
  activity: activityCalls,
  fields: fieldCalls,
  issueTypes: issueTypeCalls,
  issues: issueCalls,
  people: peopleCalls,
  projects: projectCalls,
  screens: screenCalls,
  search: searchCalls,
  shared: sharedCalls,
  workflowSchemes: workflowSchemeCalls,
  workflows: workflowCalls,
} satisfies Record<string, Calls>;
