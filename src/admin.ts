export { adminCalls } from './forge/admin-resolvers';
export { onInstalled } from './forge/triggers/on-installed';
