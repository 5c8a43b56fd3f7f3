"""`views.*`: modals and the Home tab."""

from typing import Any

from bot.playground.blockkit import check_view
from bot.playground.methods.call import Call
from bot.playground.payloads import view_json
from bot.playground.refusal import Refused
from bot.playground.service import Service
from bot.playground.workspace import Json, View

DEPTH = 3  # views in one stack; docs: Modals


def checked(service: Service, body: Any, kind: str) -> Json:
    """A view of this kind with every id filled in; refused where Slack refuses it."""
    if body is None:
        raise Refused("invalid_arguments", "[ERROR] missing required field: view")
    check_view(body)
    if body["type"] != kind:
        raise Refused(
            "invalid_arguments", f"[ERROR] must be of type {kind} [json-pointer:/view/type]"
        )
    return {**body, "blocks": list(service.with_ids(tuple(body["blocks"])))}


def show(service: Service, user: str, body: Any) -> View:
    """Put a modal on top of what this user sees."""
    stack = service.workspace.modals.setdefault(user, [])
    external = body.get("external_id") if isinstance(body, dict) else None
    if external and any(
        view.body.get("external_id") == external for view in service.workspace.views()
    ):
        raise Refused("duplicate_external_id")
    view_id = service.new_id("V")
    previous = stack[-1].id if stack else None
    root = stack[0].id if stack else view_id
    body = checked(service, body, "modal")
    view = View(view_id, user, body, service.new_id("hash."), root, previous)
    stack.append(view)
    service.touch()
    return view


def change(service: Service, view: View, body: Any) -> View:
    """Put another body into a view that is open."""
    body = checked(service, body, view.kind)
    changed = View(view.id, view.user, body, service.new_id("hash."), view.root, view.previous)
    stack = service.workspace.modals.get(view.user, [])
    if view in stack:
        stack[stack.index(view)] = changed
    else:
        service.workspace.homes[view.user] = changed
    service.touch()
    return changed


def open_view(call: Call) -> Json:
    """`views.open`: replaces whatever modal stands open."""
    body = call.structure("view", "invalid_arguments")
    trigger = call.service.triggers.use(call.text("trigger_id"))
    checked(call.service, body, "modal")
    call.service.workspace.modals.pop(trigger.user, None)
    view = show(call.service, trigger.user, body)
    return {"view": view_json(call.service.workspace, view)}


def push(call: Call) -> Json:
    """`views.push`: on top of the modal from which the trigger came."""
    body = call.structure("view", "invalid_arguments")
    trigger = call.service.triggers.use(call.text("trigger_id"))
    stack = call.service.workspace.modals.get(trigger.user, [])
    if not stack or trigger.view is None:
        raise Refused("invalid_trigger_id")
    if len(stack) >= DEPTH:
        raise Refused("push_limit_reached")
    view = show(call.service, trigger.user, body)
    return {"view": view_json(call.service.workspace, view)}


def update(call: Call) -> Json:
    """`views.update`, by id or external id; an outdated hash is refused."""
    body = call.structure("view", "invalid_arguments")
    view_id, external = call.text("view_id"), call.text("external_id")
    view = next(
        (
            view
            for view in call.service.workspace.views()
            if view.id == view_id or (external and view.body.get("external_id") == external)
        ),
        None,
    )
    if view is None:
        raise Refused("not_found")
    _same_hash(call, view)
    return {"view": view_json(call.service.workspace, change(call.service, view, body))}


def publish(call: Call) -> Json:
    """`views.publish`: one user's Home tab."""
    service = call.service
    if not service.installed.home:
        raise Refused("not_enabled")
    user = call.user("user_id")
    body = call.structure("view", "invalid_arguments")
    view = service.workspace.homes.get(user.id)
    if view is None:
        view_id = service.new_id("V")
        checked(service, body, "home")
        view = View(view_id, user.id, {"type": "home", "blocks": []}, "", view_id)
        service.workspace.homes[user.id] = view
    else:
        _same_hash(call, view)
    return {"view": view_json(service.workspace, change(service, view, body))}


def _same_hash(call: Call, view: View) -> None:
    claimed = call.text("hash")
    if claimed and claimed != view.hash:
        raise Refused("hash_conflict")
