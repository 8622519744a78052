export { adminCalls } from './forge/admin-resolvers';
