import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { useState } from 'react';
import { Loaded } from '../../../rpc/loaded';
import type { Output } from '../../../rpc/rpc';
import { useCall } from '../../../rpc/use-call';
import { Choice } from '../../../ui/late-fields';
import { dateInWords } from '../../../ui/moments';
import { PageFrame } from '../../../ui/page-frame';
import editor from '../../editor.module.css';
import styles from '../calendars.module.css';
import { texts } from '../texts';
import type { HolidaysEdit } from './holidays-edit';

/** For how many years after the present one holidays are offered. */
const yearsAhead = 6;

interface CountryProps {
  readonly known: HolidaysEdit;
  readonly year: number;
  readonly onAdd: (holidays: HolidaysEdit['holidays'], source?: string) => void;
}

/** A country's public holidays, shown before they are added. */
export function AddFromCountry(props: CountryProps) {
  const [country, setCountry] = useState('');
  const [region, setRegion] = useState('');
  const choices = useCall('calendarChoices', {});
  return (
    <div className={styles.adding}>
      <Loaded of={choices} frame={<PageFrame rows={1} />}>
        {({ countries }) => (
          <div className={editor.fields}>
            <Choice
              label={texts.holidays.country}
              value={country}
              options={countries.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(chosen) => {
                setCountry(chosen);
                setRegion('');
              }}
            />
            {country && <Region country={country} region={region} onChange={setRegion} />}
          </div>
        )}
      </Loaded>
      {country && <Found key={`${country} ${region}`} {...props} country={country} region={region} />}
    </div>
  );
}

interface RegionProps {
  readonly country: string;
  readonly region: string;
  readonly onChange: (region: string) => void;
}

function Region({ country, region, onChange }: RegionProps) {
  const { answer } = useCall('holidayRegions', { country });
  const regions = answer.state === 'ready' ? answer.value.regions : [];
  if (regions.length === 0) return null;
  return (
    <Choice
      label={texts.holidays.region}
      value={region}
      options={[
        { value: '', label: texts.holidays.wholeCountry },
        ...regions.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={onChange}
    />
  );
}

function Found(props: CountryProps & { readonly country: string; readonly region: string }) {
  const { country, region, year } = props;
  const years = Array.from({ length: yearsAhead + 1 }, (_, i) => year + i);
  const holidays = useCall('holidays', { country, ...(region && { region }), years });
  return (
    <Loaded of={holidays} frame={<PageFrame rows={2} />}>
      {(found) => <DryList {...props} found={found} />}
    </Loaded>
  );
}

function DryList({ known, year, found, onAdd }: CountryProps & { readonly found: Output<'holidays'> }) {
  const [goesOn, setGoesOn] = useState(true);
  const taken = new Set(known.holidays.map(({ date }) => date));
  const added = found.holidays.filter(
    ({ date }, i, all) => !taken.has(date) && all.findIndex((other) => other.date === date) === i,
  );
  const span = `${year}–${year + yearsAhead}`;
  const isFollowed = known.holidaySources?.includes(found.source) ?? false;
  return (
    <>
      <p className={editor.quiet} role="status">
        {added.length ? texts.holidays.dryRun(added.length, span) : texts.holidays.nothingNew}
      </p>
      {added.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by the keyboard too
        <ul className={styles.dry} tabIndex={0} aria-label={texts.holidays.dryRun(added.length, span)}>
          {added.map(({ date, name }) => (
            <li key={`${date} ${name}`}>
              <span className={styles.date}>{dateInWords(date)}</span> {name}
            </li>
          ))}
        </ul>
      )}
      {!isFollowed && (
        <Checkbox
          label={texts.holidays.goesOn}
          isChecked={goesOn}
          onChange={(event) => setGoesOn(event.currentTarget.checked)}
        />
      )}
      {(added.length > 0 || !isFollowed) && (
        <div>
          <Button
            isDisabled={added.length === 0 && !goesOn}
            onClick={() => onAdd(added, goesOn ? found.source : undefined)}
          >
            {added.length ? texts.holidays.addAll(added.length, span) : texts.holidays.followOnly}
          </Button>
        </div>
      )}
    </>
  );
}
