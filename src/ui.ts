export { badge } from './forge/badge';
export { calls } from './forge/resolvers';
