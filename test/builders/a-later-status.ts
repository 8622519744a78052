import { randomUUID } from 'node:crypto';
import type { Site } from '../../devsite/site';
import { admin } from './an-incident-seed';

/** Adds a status to a workflow, to be reached from any other. */
export async function addStatus(site: Site, workflow: string, name: string, statusCategory = 'DONE'): Promise<void> {
  const person = site.jira.as(admin);
  const { statuses, workflows } = person.post('/rest/api/3/workflows', { workflowNames: [workflow] });
  const [{ id, version, statuses: used, transitions }] = workflows;
  const statusReference = randomUUID();
  person.post('/rest/api/3/workflows/update', {
    statuses: [...statuses, { name, statusCategory, statusReference }],
    workflows: [
      {
        id,
        version,
        statuses: [...used, { statusReference, properties: {} }],
        transitions: [
          ...transitions,
          { id: String(900 + used.length), name, type: 'GLOBAL', toStatusReference: statusReference, links: [] },
        ],
      },
    ],
  });
  await site.settle();
}
