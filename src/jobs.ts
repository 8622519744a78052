export { escalate } from './forge/consumers/escalate';
export { hourly } from './forge/schedules/hourly';
export { slaTick } from './forge/schedules/sla-tick';
export { onInstalled } from './forge/triggers/on-installed';
