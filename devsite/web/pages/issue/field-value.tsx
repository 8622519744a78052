import Lozenge from '@atlaskit/lozenge';
import { Anchor, Inline, Text } from '@atlaskit/primitives';
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
const day = /^\d{4}-\d\d-\d\d$/;
const address = /^https?:\/\/\S+$/;

/** A field's value as people read it. */
export function FieldValue({ name, value }: FieldValueProps) {
  if (isNothing(value)) return <Text color="color.text.subtle">None</Text>;
  if (typeof value === 'string') return <TextValue text={value} />;
  if (Array.isArray(value)) return <SeveralValues name={name} values={value} />;
  if (typeof value !== 'object' || value === null) return <Text>{String(value)}</Text>;
  return <ThingValue name={name} thing={value} />;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function TextValue({ text }: { readonly text: string }) {
  const { minute, date } = useMoments();
  if (timestamp.test(text)) return <Text>{minute(text)}</Text>;
  if (day.test(text)) return <Text>{date(text)}</Text>;
  if (address.test(text)) return <Anchor href={text}>{text}</Anchor>;
  return <Text>{text}</Text>;
}

function SeveralValues({ name, values }: { readonly name: string; readonly values: readonly unknown[] }) {
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {values.map((value) =>
        typeof value === 'string' ? (
          <Lozenge key={value}>{value}</Lozenge>
        ) : (
          <FieldValue key={JSON.stringify(value)} name={name} value={value} />
        ),
      )}
    </Inline>
  );
}

/** A person, a priority, an option, a document, or whatever else has a name. */
function ThingValue({ name, thing }: { readonly name: string; readonly thing: object }) {
  if (isDocument(thing)) return <DocumentView value={thing} />;
  const { displayName, name: itsName, value: option } = thing as Record<string, string | undefined>;
  if (displayName) return <PersonName name={displayName} />;
  if (itsName && name === 'Priority') return <PriorityName name={itsName} />;
  return <Text>{option ?? itsName ?? JSON.stringify(thing)}</Text>;
}
