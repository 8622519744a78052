export { calls } from './forge/resolvers';
