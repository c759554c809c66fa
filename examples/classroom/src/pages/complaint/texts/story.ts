import type { Language } from '../../types.js'
import type { StoryTexts } from '../chapter.js'
import type { PersonId } from '../people.js'

/** What the case tells by itself, where nothing else was typed. */
export const story: { readonly [L in Language]: { readonly names: { readonly [id in PersonId]: string }; readonly texts: StoryTexts } } = {
  en: {
    names: { li: 'Li', chen: 'Chen', zhao: 'Zhao' },
    texts: {
      customer: 'Wang',
      description: 'The kettle leaks',
      grounds: 'It does leak',
      appealRoute: 'the manager, within 15 days',
      department: 'works',
      remedy: 'a new kettle, and money for the trouble',
    },
  },
  'zh-CN': {
    names: { li: '李', chen: '陈', zhao: '赵' },
    texts: {
      customer: '王女士',
      description: '水壶漏水',
      grounds: '确实漏水',
      appealRoute: '十五日内可向主管经理申诉',
      department: '工厂',
      remedy: '换一只新水壶，并给予补偿',
    },
  },
}
