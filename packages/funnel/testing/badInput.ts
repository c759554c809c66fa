export { badDates, badLists, badRecords, badTexts } from '../../core/testing/badInput.js'
