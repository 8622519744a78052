export { hourly } from './forge/schedules/hourly';
