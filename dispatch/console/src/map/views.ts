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
];
