import { callsByMatter } from '../../described/all-calls';
import { holdAgainstDescription } from '../../described/described';

holdAgainstDescription(callsByMatter.fields);
