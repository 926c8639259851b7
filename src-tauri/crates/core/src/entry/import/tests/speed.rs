//! x
use super::*;
#[test]
fn speed() {
    let mut world = station();
    let mut text = String::from("姓名,性别,民族,出生年月,政治面貌,学历,单位,职务,联系电话,所在选区\n");
    for i in 0..10_000u32 {
        let name: String = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
            .iter()
            .cycle()
            .skip((i % 10) as usize)
            .take(1)
            .chain(char::from_u32(0x4E00 + i).iter())
            .collect();
        text.push_str(&format!(
            "{name},男,汉族,19{:02}-0{},群众,高中,某村{},支书,139{:08},{}\n",
            50 + i % 40,
            1 + i % 9,
            i % 30,
            i,
            1 + i % 40
        ));
    }
    let asked = Asked::csv(&text);
    for round in 0..2 {
        let t = std::time::Instant::now();
        let (said, op) = import(&mut world, ImportKind::Deputies, &asked).unwrap();
        eprintln!(
            "deputies {round}: {:?} new {} changes {} unchanged {} doubts {} {op:?}",
            t.elapsed(),
            said.new_facts.len(),
            said.changes.len(),
            said.unchanged,
            said.doubts.len()
        );
    }
    for years in [1, 10] {
        let mut text = String::from(
            "接待日期,接待地点,接待代表,来访人,人数,住址,联系电话,来访形式,问题类别,反映的主要问题,处理方式,承办单位及办结时间,满意度\n",
        );
        for i in 0..10_000u32 {
            let y = 2014 + i * years / 10_000 - if years == 1 { 5 } else { 0 };
            text.push_str(&format!("{y}-{:02}-{:02},站{},一一、二丁,王{},{},村{}村,138{:08},来访,水利,第{}号渠坏了,转镇政府,水利站、{y}年12月30日办结,满意\n", 1 + i % 12, 1 + i % 28, i % 6, char::from_u32(0x4E00 + i % 5000).unwrap(), 1 + i % 3, i % 40, i, i));
        }
        let asked = Asked::csv(&text);
        for round in 0..2 {
            let t = std::time::Instant::now();
            let (said, op) = import(&mut world, ImportKind::Receptions, &asked).unwrap();
            eprintln!(
                "receptions {years} {round}: {:?} new {} changes {} unchanged {} doubts {} {op:?}",
                t.elapsed(),
                said.new_facts.len(),
                said.changes.len(),
                said.unchanged,
                said.doubts.len()
            );
        }
    }
}
