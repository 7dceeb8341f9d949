//! What a key may hold beside or around its value: nothing, null, the value's offset.

use super::shape::Shape;
use super::{Context, Node};
use crate::story::number::decimals;

/// A value whose key may be left out; what it is read into then keeps what it holds.
pub(in crate::story) struct OrDefault<S>(S);

/// A value that may be `null`.
pub(in crate::story) struct Nullable<S>(S);

/// A value with the offset at which it begins, for faults found later.
pub(in crate::story) struct WithOffset<S>(S);

/// A number with how many decimals it is written with.
pub(in crate::story) struct WithDecimals<S>(S);

impl<S: Shape> Shape for Option<S> {
    type Value = Option<S::Value>;
    const IS_OPTIONAL: bool = true;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        S::read(value.insert(S::Value::default()), node, cx)
    }
}

/// A value that few have, and that takes no room where it is left out.
impl<S: Shape> Shape for Box<S> {
    type Value = Box<S::Value>;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        S::read(value, node, cx)
    }
}

impl<S: Shape> Shape for OrDefault<S> {
    type Value = S::Value;
    const IS_OPTIONAL: bool = true;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        S::read(value, node, cx)
    }
}

impl<S: Shape> Shape for Nullable<S> {
    type Value = Option<S::Value>;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        node.is_null() || S::read(value.insert(S::Value::default()), node, cx)
    }
}

impl<S: Shape> Shape for WithDecimals<S> {
    type Value = (S::Value, u8);
    const IS_OPTIONAL: bool = S::IS_OPTIONAL;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        value.1 = decimals(node.text);
        S::read(&mut value.0, node, cx)
    }
}

impl<S: Shape> Shape for WithOffset<S> {
    type Value = (usize, S::Value);
    const IS_OPTIONAL: bool = S::IS_OPTIONAL;

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        value.0 = node.at;
        S::read(&mut value.1, node, cx)
    }
}
