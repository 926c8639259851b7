//! Files of facts in the store: order, the one photo, what undo and voiding leave.

use std::collections::BTreeMap;

use station_table::FactRef;

use super::edit::{Sealed, attach, say, void};
use super::search::{contents, photos, rows};
use super::{Attachment, Role};
use crate::op::Op;
use crate::store::Tx;
use crate::world::{World, world};
use crate::{Error, Hand, Result, history};

fn file(name: &str) -> Sealed {
    Sealed { content: format!("content of {name}"), original: None, name: name.into(), media: "image/jpeg", bytes: 3 }
}

fn write<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let mut hand = Hand::new("测试", world.today.and_hms_opt(10, 0, 0).unwrap());
    Ok(world.store.transact(&mut hand, Op::Attach { what: "照片".into() }, body)?.value)
}

fn names(world: &World, fact: &FactRef) -> Vec<String> {
    rows(world.store.db(), fact).unwrap().into_iter().map(|row| row.name).collect()
}

#[test]
fn files_stand_in_the_order_of_the_clerk_and_undo_takes_the_newest_away() {
    let mut world = world();
    let deed = FactRef { kind: "deed".into(), id: world.facts["gift"].clone() };
    write(&mut world, |tx| attach(tx, &deed, (Role::File, file("一.jpg")))).unwrap();
    let second = write(&mut world, |tx| attach(tx, &deed, (Role::File, file("二.jpg")))).unwrap();
    assert_eq!(names(&world, &deed), ["一.jpg", "二.jpg"], "as they came");
    write(&mut world, |tx| say(tx, &second, (Some("走访现场".into()), -1))).unwrap();
    assert_eq!(names(&world, &deed), ["二.jpg", "一.jpg"], "as the clerk wants them");
    write(&mut world, |tx| void(tx, &second)).unwrap();
    assert_eq!(names(&world, &deed), ["一.jpg"], "a voided one is not shown");
    let mut hand = Hand::new("测试", world.today.and_hms_opt(11, 0, 0).unwrap());
    for _ in 0..3 {
        history::undo(&mut world.store, &mut hand).unwrap();
    }
    assert_eq!(names(&world, &deed), ["一.jpg"], "undone to the first: the row of the second is gone");
    assert!(world.store.db().get::<Attachment>(&second).is_err(), "not voided, gone; its file stays where it is");
}

#[test]
fn a_person_has_one_photo_and_a_fact_that_is_not_there_has_none() {
    let mut world = world();
    let luo = FactRef { kind: "person".into(), id: world.luo.clone() };
    for name in ["旧照.jpg", "新照.jpg"] {
        write(&mut world, |tx| attach(tx, &luo, (Role::Photo, file(name)))).unwrap();
    }
    write(&mut world, |tx| attach(tx, &luo, (Role::File, file("证书.jpg")))).unwrap();
    assert_eq!(names(&world, &luo), ["新照.jpg", "证书.jpg"], "the newest photo takes the place of the old one");
    let persons = [world.luo.clone(), world.yao.clone()];
    let found = photos(world.store.db(), &persons).unwrap();
    let expected = BTreeMap::from([(world.luo.clone(), "content of 新照.jpg".to_owned())]);
    assert_eq!(found, expected, "for documents, by person");
    let kept: Vec<_> = contents(world.store.db()).unwrap().into_iter().map(|c| c.name).collect();
    assert_eq!(kept, ["新照.jpg", "证书.jpg"], "what a check must find beside the store");
    for (kind, id) in [("person", "x"), ("setting", "name")] {
        let fact = FactRef { kind: kind.into(), id: id.into() };
        let refused = write(&mut world, |tx| attach(tx, &fact, (Role::File, file("a"))));
        assert!(matches!(refused, Err(Error::Missing(_))), "{kind} {id} has no files");
    }
}
