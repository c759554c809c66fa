import type { EffortLocale } from './types.js'

/** The wording of how hours are divided among stages, in English. */
export const effort: EffortLocale = {
  effort: {
    summary: 'Divided as follows, {hours} of work on "{title}" can be expected to bring {value}.',
    nothing: '{hours} of work on "{title}" cannot be expected to bring anything, whichever of the given stages it goes to.',
    unknown: 'It is not known what {hours} of work on "{title}" bring.',
    noHours: 'There are no hours of work on "{title}" to divide.',
    reasons: {
      'best-use': '"{stage}" gets {hours}: an hour of work there brings {marginal}.',
      'capacity-used': '"{stage}" can take no more than {hours}: there are no more deals to work on.',
      'less-per-hour': '"{stage}" gets no time: an hour there brings {marginal}, less than where the hours went.',
      'brings-nothing': '"{stage}" gets no time: work there brings nothing.',
      'insufficient-history':
        '"{stage}" gets no time: no deal of it, or of a stage after it, is decided yet, so that nobody knows what work there brings.',
      'hours-left': 'Left over, because no stage can use it: {hours}.',
    },
    asMuchPerHour: '"{stage}" gets no time: an hour there brings {marginal}, no more than where the hours went.',
    withoutHours: 'An hour of work in "{stage}" would bring {marginal}.',
    leftUnknown: 'Left over, because no stage is known to make use of it: {hours}.',
    worked: 'Deals worked on in that time: {deals}, of which {percent} are won in the end; that brings {value}.',
    nextHour: 'One more hour would go to "{stage}" and bring {value}.',
    noNextHour: 'No stage could make use of one more hour.',
    unknownNextHour: 'No stage is known to make use of one more hour.',
    basis:
      'Deals that are worked on are taken to be won as often as those decided up to {asOf}, and deals that are not worked on are taken to bring nothing.',
  },
}
