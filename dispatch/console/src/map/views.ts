/** Areas a dispatcher jumps to; west, south, east, north in degrees. */
export interface Area {
  id: string;
  zh: string;
  en: string;
  bounds: [number, number, number, number];
}

export const AREAS: Area[] = [
  { id: 'all', zh: '全部', en: 'All areas', bounds: [102, 27.4, 122.8, 34.4] },
  { id: 'yangtze-delta', zh: '长三角', en: 'Yangtze delta', bounds: [115.6, 27.6, 122.6, 34.6] },
  { id: 'chengdu-chongqing', zh: '成渝', en: 'Chengdu–Chongqing', bounds: [102.6, 28.2, 109, 32.2] },
  { id: 'shanghai', zh: '上海', en: 'Shanghai', bounds: [121.34, 31.08, 121.62, 31.28] },
  { id: 'nanjing', zh: '南京', en: 'Nanjing', bounds: [118.68, 31.98, 118.9, 32.12] },
  { id: 'hangzhou', zh: '杭州', en: 'Hangzhou', bounds: [119.95, 30.18, 120.33, 30.46] },
  { id: 'chengdu', zh: '成都', en: 'Chengdu', bounds: [103.98, 30.58, 104.16, 30.72] },
  { id: 'chongqing', zh: '重庆', en: 'Chongqing', bounds: [106.42, 29.5, 106.66, 29.75] },
];
