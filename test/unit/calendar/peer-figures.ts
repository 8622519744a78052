export type Hours = readonly (readonly [from: string, to: string])[];

export interface PeerFigures {
  readonly peer: string;
  readonly zone: string;
  /** By day: `mon 09:00-12:00,13:00-17:00; tue …`. */
  readonly hours: string;
  readonly holidays?: readonly string[];
  readonly shifts?: Readonly<Record<string, Hours>>;
  readonly breaks?: Readonly<Record<string, Hours>>;
  readonly values: readonly string[];
}

/**
 * Values carried over from the passing tests of other libraries, as figures: zendesk/biz (Apache-2.0),
 * bokmann/business_time, lennym/moment-business-time 2.0.0 and rankmyapp/dayjs-business-time 1.0.4 (MIT).
 * A value is: its place in the library's tests, the operation, the start, the other end or the amount, the answer.
 */
export const peerFigures: readonly PeerFigures[] = [
  {
    peer: 'zendesk/biz',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 10:00-16:00; wed 09:00-17:00; thu 10:00-16:00; fri 09:00-17:00; sat 11:00-14:30',
    values: [
      'spec/calculation/for_duration_spec.rb:170 subtract 2006-01-04T17:00:00Z 10800s 2006-01-04T14:00:00Z',
      'spec/calculation/for_duration_spec.rb:187 add 2006-01-04T13:00:00Z 10800s 2006-01-04T16:00:00Z',
      'spec/calculation/duration_within_spec.rb:5 diff 2006-01-01T00:00:00Z 2006-01-01T00:00:00Z 0s',
    ],
  },
  {
    peer: 'zendesk/biz',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 10:00-16:00; wed 09:00-17:00; thu 10:00-16:00; fri 09:00-17:00; sat 11:00-14:30',
    holidays: ['2006-01-04', '2006-01-11'],
    shifts: {
      '2006-01-07': [['09:00', '11:00']],
      '2006-01-10': [['09:00', '11:00']],
      '2006-01-11': [['09:00', '11:00']],
    },
    breaks: { '2006-01-03': [['05:30', '11:00']], '2006-01-10': [['05:30', '11:00']] },
    values: ['spec/calculation/active_spec.rb:28 is_open 2006-01-01T06:00:00Z - false'],
  },
  {
    peer: 'zendesk/biz',
    zone: 'Africa/Abidjan',
    hours: 'sun 11:00-12:00',
    holidays: ['2015-12-25'],
    breaks: { '2015-06-01': [['10:00', '12:00']] },
    values: [
      'spec/biz_spec.rb:101 is_open 2006-01-01T11:00:00Z - true',
      'spec/biz_spec.rb:83 diff 2006-01-01T11:30:00Z 2006-01-08T11:30:00Z 3600s',
    ],
  },
  {
    peer: 'zendesk/biz',
    zone: 'UTC',
    hours: 'mon 09:00-17:00',
    values: ['spec/core_ext/integer_spec.rb:39 add 2006-01-02T10:00:00Z 60s 2006-01-02T10:01:00Z'],
  },
  {
    peer: 'zendesk/biz',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 10:00-16:00; wed 09:00-17:00; thu 10:00-16:00; fri 09:00-17:00; sat 11:00-14:30',
    holidays: ['2006-01-01', '2006-12-25'],
    breaks: {
      '2006-01-02': [['10:00', '11:30']],
      '2006-01-03': [
        ['14:15', '14:30'],
        ['15:40', '15:50'],
      ],
    },
    values: [
      'spec/schedule_spec.rb:136 is_open 2006-01-02T12:00:00Z - true',
      'spec/schedule_spec.rb:100 diff 2006-01-05T12:00:00Z 2006-01-06T12:00:00Z 25200s',
      'spec/schedule_spec.rb:91 add 2006-01-02T09:00:00Z 1800s 2006-01-02T09:30:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'America/New_York',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00',
    holidays: ['2010-07-05'],
    values: [
      'test/test_business_hours_eastern.rb:134 subtract 2010-07-06T13:50:00Z 3600s 2010-07-02T20:50:00Z',
      'test/test_business_hours_eastern.rb:74 add 2010-07-02T20:50:00Z 3600s 2010-07-06T13:50:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'America/New_York',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00',
    values: [
      'test/test_business_hours_eastern.rb:91 add 2010-08-03T13:35:00Z 28800s 2010-08-04T13:35:00Z',
      'test/test_business_hours_eastern.rb:84 subtract 2010-08-05T13:35:00Z 28800s 2010-08-04T13:35:00Z',
      'test/test_business_hours_eastern.rb:56 next_open_or_now 2010-04-26T08:30:00Z - 2010-04-26T13:00:00Z',
      'test/test_business_time_until_eastern.rb:13 diff 2014-02-17T20:00:00Z 2014-02-17T21:00:00Z 3600s',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00',
    holidays: ['2010-07-05'],
    values: [
      'test/test_business_hours_utc.rb:132 subtract 2010-07-06T09:50:00Z 3600s 2010-07-02T16:50:00Z',
      'test/test_business_hours.rb:58 add 2010-07-02T16:50:00Z 3600s 2010-07-06T09:50:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00',
    values: [
      'test/test_business_hours_utc.rb:89 add 2010-08-03T09:35:00Z 28800s 2010-08-04T09:35:00Z',
      'test/test_business_hours_utc.rb:82 subtract 2010-08-05T09:35:00Z 28800s 2010-08-04T09:35:00Z',
      'test/test_business_days.rb:256 is_open 2015-10-15T09:00:00Z - true',
      'test/test_time_extensions.rb:81 diff 2012-02-01T10:00:00Z 2012-02-09T11:00:00Z 176400s',
      'test/test_time_extensions.rb:109 prev_open_or_now 2012-05-09T04:00:00Z - 2012-05-08T17:00:00Z',
      'test/test_business_hours.rb:73 next_open_or_now 2010-04-26T04:30:00Z - 2010-04-26T09:00:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; fri 09:00-17:00; sat 10:00-15:00',
    values: [
      'test/test_calculating_business_duration.rb:43 diff 2010-12-24T15:00:00Z 2010-12-27T11:00:00Z 32400s',
      'test/test_business_hours.rb:130 add 2010-12-24T08:00:00Z 54000s 2010-12-27T11:00:00Z',
      'test/test_business_hours.rb:131 subtract 2010-12-27T11:00:00Z 54000s 2010-12-24T09:00:00Z',
      'test/test_business_hours.rb:119 subtract 2010-12-27T11:00:00Z 32400s 2010-12-24T15:00:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'UTC',
    hours: 'mon 00:00-24:00; fri 00:00-24:00; sat 11:00-15:00',
    values: [
      'test/test_calculating_business_duration.rb:68 diff 2010-12-24T15:00:00Z 2010-12-27T11:00:00Z 86400s',
      'test/test_business_hours.rb:164 add 2010-12-25T08:00:00Z 54000s 2010-12-27T11:00:00Z',
      'test/test_business_hours.rb:165 subtract 2010-12-27T11:00:00Z 54000s 2010-12-25T11:00:00Z',
      'test/test_business_hours.rb:143 subtract 2010-12-27T11:00:00Z 86400s 2010-12-24T15:00:00Z',
    ],
  },
  {
    peer: 'bokmann/business_time',
    zone: 'UTC',
    hours: 'mon 00:00-24:00; fri 00:00-24:00; sat 00:00-24:00; sun 00:00-24:00',
    values: ['test/test_calculating_business_duration.rb:80 diff 2010-12-24T15:00:00Z 2010-12-27T11:00:00Z 244800s'],
  },
  {
    peer: 'lennym/moment-business-time',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00',
    values: [
      'test/spec.business-hours.js:41 is_open 2015-02-28T10:13:00Z - false',
      'test/spec.business-hours.js:97 next_open_or_now 2015-02-28T10:13:00Z - 2015-03-02T09:00:00Z',
      'test/spec.business-hours.js:117 next_transition 2015-02-28T10:13:00Z open 2015-03-02T09:00:00Z',
      'test/spec.business-hours.js:144 prev_open_or_now 2015-02-28T10:13:00Z - 2015-02-27T17:00:00Z',
      'test/spec.business-hours.js:164 prev_transition 2015-02-28T10:13:00Z close 2015-02-27T17:00:00Z',
      'test/spec.business-hours.js:216 add 2015-02-26T10:12:34Z 7200s 2015-02-26T12:12:34Z',
      'test/spec.business-hours.js:367 subtract 2015-02-26T16:12:34Z 7200s 2015-02-26T14:12:34Z',
      'test/spec.business-hours.js:542 diff 2015-02-27T13:30:00Z 2015-02-27T10:00:00Z -12600s',
    ],
  },
  {
    peer: 'lennym/moment-business-time',
    zone: 'UTC',
    hours:
      'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-12:00,13:00-18:00; fri 09:00-12:00,12:30-17:00',
    values: [
      'test/spec.business-hours.js:254 add 2020-01-02T10:00:00Z 14400s 2020-01-02T15:00:00Z',
      'test/spec.business-hours.js:402 subtract 2020-01-02T15:00:00Z 14400s 2020-01-02T10:00:00Z',
      'test/spec.business-hours.js:405 subtract 2020-01-02T15:00:00Z 7200s 2020-01-02T13:00:00Z',
      'test/spec.business-hours.js:576 diff 2020-01-02T10:00:00Z 2020-01-06T10:00:00Z 55800s',
    ],
  },
  {
    peer: 'lennym/moment-business-time',
    zone: 'UTC',
    hours: 'mon 09:30-17:00; tue 09:30-17:00; wed 09:30-13:00; thu 09:30-17:00; fri 09:30-17:00',
    values: [
      'test/spec.business-hours.js:507 is_open 2015-02-25T16:00:00Z - false',
      'test/spec.business-hours.js:508 add 2015-02-25T16:00:00Z 7200s 2015-02-26T11:30:00Z',
      'test/spec.business-hours.js:509 subtract 2015-02-25T16:00:00Z 28800s 2015-02-24T12:30:00Z',
      'test/spec.business-hours.js:622 diff 2015-02-26T14:00:00Z 2015-02-23T10:00:00Z -81000s',
    ],
  },
  {
    peer: 'rankmyapp/dayjs-business-time',
    zone: 'UTC',
    hours: 'mon 09:00-17:00; tue 09:00-17:00; wed 09:00-12:00,13:00-18:00; thu 09:00-17:00; fri 09:00-17:00',
    holidays: ['2021-01-01', '2021-01-25', '2021-06-03'],
    values: [
      'test/addBusinessHours.spec.ts:25 add 2021-02-08T09:00:00Z 10800s 2021-02-08T12:00:00Z',
      'test/addBusinessHours.spec.ts:76 add 2021-01-22T12:00:00Z 57600s 2021-01-27T12:00:00Z',
      'test/businessHoursDiff.spec.ts:25 diff 2021-02-08T09:00:00Z 2021-02-08T11:00:00Z 7200s',
      'test/lastBusinessTime.spec.ts:25 prev_open_or_now 2021-02-01T23:00:00Z - 2021-02-01T17:00:00Z',
      'test/nextBusinessTime.spec.ts:25 next_open_or_now 2021-02-01T08:00:00Z - 2021-02-01T09:00:00Z',
      'test/subtractBusinessHours.spec.ts:25 subtract 2021-02-08T12:00:00Z 10800s 2021-02-08T09:00:00Z',
      'test/subtractBusinessHours.spec.ts:35 subtract 2021-02-03T17:30:00Z 18000s 2021-02-03T11:30:00Z',
    ],
  },
];
