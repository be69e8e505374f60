// Ten years of somebody's calendar, for measuring: about 25,000 times, half of them in series, half written one by one, with
// the people, links and texts that make exports large.

const TEXT =
  'Agenda and notes: https://docs.example/d/%s\\n\\nJoin: https://meet.example/%s\\nDial in: +49 30 555 0%s\\n' +
  'Please read the document beforehand and add what you want to talk about. '.repeat(5)

const SERIES: [title: string, rule: string, weekday: number, start: string, end: string, others: number][] = [
  ['Stand-up', 'WEEKLY;BYDAY=MO,TU,WE,TH,FR', 0, '0930', '0945', 6],
  ['Focus', 'WEEKLY;BYDAY=MO,WE,FR', 0, '0945', '1145', 0],
  ['Team planning', 'WEEKLY;INTERVAL=2', 0, '1300', '1400', 6],
  ['Platform sync', 'WEEKLY', 1, '1000', '1045', 8],
  ['Storage guild', 'WEEKLY;INTERVAL=2', 3, '1100', '1200', 12],
  ['Design review', 'WEEKLY', 1, '1500', '1600', 5],
  ['Architecture board', 'WEEKLY', 3, '1530', '1700', 9],
  ['Ana / me', 'WEEKLY', 0, '1400', '1430', 1],
  ['Ben / me', 'WEEKLY', 1, '1400', '1430', 1],
  ['Mentoring', 'WEEKLY;INTERVAL=2', 3, '1300', '1345', 1],
  ['Technical strategy', 'WEEKLY;INTERVAL=2', 4, '1300', '1430', 3],
  ['Lunch', 'WEEKLY;BYDAY=MO,TU,WE,TH,FR', 0, '1215', '1300', 0]
]

const SINGLE = [
  'RFC review',
  'Migration of the ledger',
  'Interview',
  'Incident review',
  'Vendor call',
  'Pairing',
  'Quarter planning',
  'Sync on quotas',
  'Budget',
  'Threat model'
]

/** The calendar of the years before and of this one, as a file of about 19 MB. */
export function tenYears(): string {
  const last = new Date().getFullYear()
  const out = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Weekwise//Measuring//EN', 'X-WR-CALNAME:Work']
  for (let year = last - 9; year <= last; year += 1) {
    const monday = mondayOf(new Date(Date.UTC(year, 0, 4)))
    SERIES.forEach(([title, rule, weekday, start, end, others], nth) => {
      const until = year === last ? '' : `;UNTIL=${year}1231T230000Z`
      out.push(
        ...event(`series-${year}-${nth}`, title, after(monday, weekday), start, end, others),
        `RRULE:FREQ=${rule}${until}`,
        'END:VEVENT'
      )
    })
    for (let week = 0; week < 52; week += 1) {
      for (let nth = 0; nth < 25; nth += 1) {
        const number = week * 25 + nth
        const hour = String(8 + ((number * 7) % 10)).padStart(2, '0')
        const title = `${SINGLE[number % SINGLE.length]} ${number % 40}`
        const day = after(monday, week * 7 + (nth % 5))
        out.push(
          ...event(`single-${year}-${number}`, title, day, `${hour}00`, `${hour}45`, 2 + (number % 7)),
          'END:VEVENT'
        )
      }
    }
  }
  out.push('END:VCALENDAR', '')
  return out.join('\r\n')
}

function event(
  uid: string,
  title: string,
  day: string,
  start: string,
  end: string,
  others: number
): string[] {
  const people = Array.from({ length: others }, (_, nth) => {
    const who = (uid.length * 31 + nth * 17 + Number(start)) % 150
    return `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Person ${who}:mailto:person${who}@work.example`
  })
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@work.example`,
    'DTSTAMP:20260101T080000Z',
    `DTSTART;TZID=Europe/Berlin:${day}T${start}00`,
    `DTEND;TZID=Europe/Berlin:${day}T${end}00`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${TEXT.replaceAll('%s', uid)}`,
    'ORGANIZER;CN=Person 3:mailto:person3@work.example',
    'ATTENDEE;PARTSTAT=ACCEPTED;CN=Me:mailto:me@work.example',
    ...people
  ]
}

function mondayOf(day: Date): Date {
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000)
}

function after(monday: Date, days: number): string {
  return new Date(monday.getTime() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
}
