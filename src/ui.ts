export { serviceLevels } from './forge/resolvers';
