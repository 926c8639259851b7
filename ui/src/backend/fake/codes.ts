// Code lists and places of the practice station.
import type { Choice, Choices } from '../bindings'

function list(prefix: string, words: string): Choice[] {
  return words.split(' ').map((word) => {
    const [label = '', initials = '', key = ''] = word.split('/')
    return { id: `${prefix}.${key || initials}`, label, note: null, initials, spelling: '' }
  })
}

export const CODES: Record<string, Choice[]> = {
  nation: list('nation', '汉族/hz 回族/huiz 满族/mz 蒙古族/mgz 维吾尔族/wwez'),
  party: list('party', '中共党员/zgdy 无党派人士/wdprs 民盟盟员/mmmy 群众/qz'),
  education: list('education', '小学/xx 初中/cz 高中/gz 中专/zz 大专/dz 大学/dx 研究生/yjs'),
  degree: list('degree', '学士/xs 硕士/ss 博士/bs'),
  occupation: list('occupation', '农民/nm 工人/gr 专业技术人员/zyjsry 企业负责人/qyfzr 公务员/gwy'),
  visit_form: list('visit_form', '来访/lf/visit 来信/lx/letter 来电/ld/call 微信群/wxq/group 走访带回/zfdh/brought'),
  category: list('category', '道路/dl 水利/sl 环境/hj 民政/mz 教育/jy 卫生/ws 农业/ny 土地/td 其他/qt'),
  nature: list('nature', '建议意见/jyyj/advice 咨询/zx/question 求助/qz/help 投诉求决/tsqj/complaint 检举控告/jjkg/accusation 涉法涉诉/sfss/court'),
  route: list('route', '当场答复/dcdf/on_the_spot 转镇政府/zzzf/town 提请县人大/tqxrd/county 转村（社区）/zc/village 引导信访/ydxf/petition 引导司法/ydsf/court 引导仲裁/ydzc/arbitration 引导原程序/ydycx/procedure 形成代表建议/xcdbjy/suggestion'),
  way: list('way', '当面/dm/in_person 电话/dh/phone 书面/sm/letter 微信/wx/group 待补/db/unknown 无法告知/wfgz/impossible'),
  grade: list('grade', '满意/my/satisfied 基本满意/jbmy/mostly 不满意/bmy/not'),
  result: list('result', 'A/a B/b C/c D/d'),
  motion: list('motion', '议案/ya/bill 质询案/zxa/inquiry 提名候选人/tmhxr/nomination 罢免案/bma/recall'),
  end_reason: list('end_reason', '届满/jm 辞职/cz 调离/dl 罢免/bm'),
  conflict: list('conflict', '邻里/ll 婚姻家庭/hyjt 土地/td 宅基地/zjd 债务/zw'),
  talk_result: list('talk_result', '化解/hj/settled 缓解/huanj/eased 转司法/zsf/court 转信访/zxf/petition'),
  activity: list('activity', '接待选民/jdxm'),
}

export const PLACES: Omit<Choices, 'codes' | 'deputies'> = {
  sites: list('site', '镇联络站/zllz/station 鼓楼联络点/gllld/gulou 东关联络点/dgllld/dongguan 仁庄联络点/rzllld/renzhuang'),
  villages: list('village', '东关/dg 仁庄/rz 南村/nc 上桂花/sgh 五里铺/wlp 停河铺/thp 元泉/yq'),
  units: list('unit', '水利站/slz 环保所/hbs 交通办/jtb 民政办/mzb 农业办/nyb 镇人民政府/zrmzf'),
  teams: list('team', '鼓楼/gl 东关/dg 仁庄/rz'),
  residents: [],
  campaigns: [],
  chat_groups: [{ id: 'group-1', label: '东关片区群', note: '东关', initials: 'dgpqq', spelling: '' }],
  sessions: [],
  constituencies: ['第1选区 东关村', '第2选区 仁庄村', '第3选区 南村', '第4选区 上桂花村', '第5选区 五里铺村', '第6选区 停河铺村'].map((label, at) => ({
    id: `constituency.${at + 1}`, label, note: null, initials: `d${at + 1}xq`, spelling: `di${at + 1}xuanqu`,
  })),
}

export function labelOf(choices: readonly Choice[] | undefined, id: string | null): string | null {
  return choices?.find((choice) => choice.id === id)?.label ?? null
}

export function codeLabel(list: string, id: string | null): string | null {
  return labelOf(CODES[list], id)
}
