// Fails where a project's tests do not run in its zone: they would pass three times and prove one.
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone !== process.env['TZ']) throw new Error(`these tests are meant for ${process.env['TZ']} and run in ${zone}`)
