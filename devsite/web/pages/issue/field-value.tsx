import { Text } from '@atlaskit/primitives';
import { useMoments } from '../ui/moments';
import { PersonName } from '../ui/person';
import { PriorityName } from '../ui/priority';
import { isDocument } from './document';
import { DocumentView } from './document-view';

interface FieldValueProps {
  readonly name: string;
  readonly value: unknown;
}

const timestamp = /^\d{4}-\d\d-\d\dT/;

/** A field's value as people read it. */
export function FieldValue({ name, value }: FieldValueProps) {
  const { minute } = useMoments();
  if (value === null || value === undefined || value === '') return <Text color="color.text.subtle">None</Text>;
  if (typeof value === 'string') return <Text>{timestamp.test(value) ? minute(value) : value}</Text>;
  if (typeof value !== 'object') return <Text>{String(value)}</Text>;
  return <ThingValue name={name} thing={value} />;
}

/** A person, a priority, an option, a document, or whatever else has a name. */
function ThingValue({ name, thing }: { readonly name: string; readonly thing: object }) {
  if (isDocument(thing)) return <DocumentView value={thing} />;
  const { displayName, name: itsName, value: option } = thing as Record<string, string | undefined>;
  if (displayName) return <PersonName name={displayName} />;
  if (itsName && name === 'Priority') return <PriorityName name={itsName} />;
  return <Text>{option ?? itsName ?? JSON.stringify(thing)}</Text>;
}
